using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.CollectorRoles.RollOutRunspace;

namespace SonraiControlTower.Module.Tests.Commands.CollectorRoles;

public sealed class GetSonraiCollectorRoleTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_account_has_its_state()
    {
        _sandbox.Run($"Get-OrgAccount -OU Security | {Install}");

        var run = _sandbox.Run("Get-SonraiCollectorRole");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(_sandbox.Run("Get-OrgAccount").Output.Count);
        run.CountOf("Current").ShouldBe(2);
        run.Strings("Status").Distinct().ShouldBe(["Current", "Missing"], ignoreOrder: true);
    }

    [Fact]
    public void Inspected_a_role_as_it_shall_be_has_no_drift()
    {
        _sandbox.Run($"Get-OrgAccount -OU Security | {Install}");

        var run = _sandbox.Run("Get-OrgAccount -OU Security | Get-SonraiCollectorRole -Inspect");

        run.Errors.ShouldBeEmpty();
        run.Values("IsInspected").ShouldBe([true, true]);
        run.Values("Drift").ShouldAllBe(drift => !((IEnumerable<string>)drift!).Any());
    }

    [Fact]
    public void Without_a_set_it_says_so() => _sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
}
