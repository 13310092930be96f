using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.CollectorRoles.RollOutRunspace;

namespace SonraiControlTower.Module.Tests.Commands.CollectorRoles;

public sealed class UpdateSonraiCollectorRoleTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_policy_choice_changes_in_place_wave_by_wave()
    {
        _sandbox.Run($"{Install} -OrganizationalUnit Prod");

        var run = _sandbox.Run("Update-SonraiCollectorRole -PolicyChoice ReadOnlyAccess -WaveSize 3");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Updated", "NotInstalled", "Skipped"], ignoreOrder: true);
        run.CountOf("Updated").ShouldBe(6);
        var states = _sandbox.Run("Get-SonraiCollectorRole -OrganizationalUnit Prod -Inspect");
        states.CountOf("Current").ShouldBe(6);
        states.Strings("PolicyChoice").Distinct().ShouldBe(["ReadOnlyAccess"]);
        states.Values("Drift").ShouldAllBe(drift => !((IEnumerable<string>)drift!).Any());
    }

    [Fact]
    public void An_external_id_changes_in_place_and_the_old_one_no_longer_counts()
    {
        _sandbox.Run($"'333344445555' | {Install}");

        var run = _sandbox.Run("'333344445555' | Update-SonraiCollectorRole -ExternalId another-external-id");

        run.Strings("Status").ShouldBe(["Updated"]);
        _sandbox.Run($"'333344445555' | {Test}").Strings("Blocker").ShouldBe(["TrustMismatch"]);
        _sandbox.Run("'333344445555' | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId another-external-id").Strings("Status").ShouldBe(["Passed"]);
    }

    [Fact]
    public void A_service_managed_set_is_updated_through_its_units()
    {
        _sandbox.Run($"Get-OrgAccount -OU Security | {Install} -PermissionModel ServiceManaged");

        var run = _sandbox.Run("Get-OrgAccount -OU Security | Update-SonraiCollectorRole -PolicyChoice ReadOnlyAccess");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Updated", "Updated"]);
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        _sandbox.Run($"'333344445555' | {Install}");

        _sandbox.Run("Update-SonraiCollectorRole -PolicyChoice ReadOnlyAccess -WhatIf").CountOf("Updated").ShouldBe(0);

        _sandbox.Run("'333344445555' | Get-SonraiCollectorRole").Strings("PolicyChoice").ShouldBe(["SecurityAuditViewOnly"]);
    }

    [Fact]
    public void Nothing_to_change_is_refused() => _sandbox.Run("Update-SonraiCollectorRole").OnlyError("NothingToChange");
}
