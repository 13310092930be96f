using SonraiControlTower.Module.Tests.Commands.CollectorRoles;
using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.CollectorRoles.RollOutRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class SyncSonraiAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_organization_comes_into_step_and_stays_so()
    {
        var run = _sandbox.Run(Sync);
        var again = _sandbox.Run(Sync);

        var reachable = _sandbox.CountReachable();
        run.CountOf("Synced").ShouldBe(reachable);
        again.CountOf("InSync").ShouldBe(reachable);
        _sandbox.Run("Get-SonraiAccount").Output.Count.ShouldBe(reachable);
    }

    [Fact]
    public void An_account_that_the_role_did_not_get_to_is_told_of_and_not_registered()
    {
        var run = _sandbox.Run(Sync);

        run.OnlyError("CollectorRoleFailed").ErrorDetails.Message.ShouldContain(Unenrolled);
        run.CountOf("Failed").ShouldBe(1);
        _sandbox.Run("Get-SonraiAccount").Strings("AccountId").ShouldNotContain(Unenrolled);
    }

    [Fact]
    public void WhatIf_gives_the_drift_and_writes_nothing()
    {
        var run = _sandbox.Run($"{Sync} -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.CountOf("Drifted").ShouldBe(_sandbox.Run("Get-OrgAccount -Status ACTIVE").Output.Count);
        _sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
        _sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Fact]
    public void One_account_alone_is_brought_into_step()
    {
        var run = _sandbox.Run($"'333344445555' | {Sync}");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Synced"]);
        _sandbox.Run("Get-SonraiAccount").Strings("AccountId").ShouldBe(["333344445555"]);
    }

    [Fact]
    public void A_registration_without_a_role_gets_its_role()
    {
        _sandbox.Run("'333344445555' | Register-SonraiAccount");

        var drift = _sandbox.Run($"'333344445555' | {Sync} -WhatIf");
        var run = _sandbox.Run($"'333344445555' | {Sync}");

        ((IEnumerable<string>)drift.Values("Needs").Single()!).ShouldBe(["Role"]);
        run.Strings("Status").ShouldBe(["Synced"]);
        _sandbox.Run($"'333344445555' | {Test}").Strings("Status").ShouldBe(["Passed"]);
    }
}
