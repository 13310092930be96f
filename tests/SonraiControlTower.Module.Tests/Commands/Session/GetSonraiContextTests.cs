using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Session;

public sealed class GetSonraiContextTests
{
    [Fact]
    public void It_shows_what_the_session_is_connected_to_and_nothing_without_one()
    {
        using var runspace = new ModuleRunspace();

        runspace.Run("Get-SonraiContext").Output.ShouldBeEmpty();
        runspace.Run("Connect-Sonrai -Sandbox");

        runspace.Run("Get-SonraiContext").Strings("Mode").ShouldBe(["Sandbox"]);
    }

    [Fact]
    public void The_sandbox_gives_its_landing_zone_to_make_accounts_in()
    {
        using var runspace = ModuleRunspace.InSandbox();

        var made = runspace.Run("(Get-SonraiContext).GetLandingZone().CreateManagedAccount('Pallets', 'pallets@larkmoor.example', 'Prod')");

        made.Errors.ShouldBeEmpty();
        runspace.Run("Get-OrgAccount -Name Pallets").Strings("AccountId").ShouldBe(made.Strings("AccountId"));
    }
}
