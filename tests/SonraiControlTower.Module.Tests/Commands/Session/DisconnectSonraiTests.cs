using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Session;

public sealed class DisconnectSonraiTests
{
    [Fact]
    public void The_session_ends_and_commands_say_so()
    {
        using var runspace = ModuleRunspace.InSandbox();

        runspace.Run("Disconnect-Sonrai").Errors.ShouldBeEmpty();

        runspace.Run("Get-SonraiContext").Output.ShouldBeEmpty();
        runspace.Run("Get-OrgAccount").OnlyError("NotConnected");
    }

    [Fact]
    public void Without_a_session_there_is_nothing_to_end_and_no_error()
    {
        using var runspace = new ModuleRunspace();

        runspace.Run("Disconnect-Sonrai").Errors.ShouldBeEmpty();
    }
}
