using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Integration.IntegrationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class UpdateSonraiIntegrationTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Installed();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_is_given_changes_and_the_rest_is_kept()
    {
        var before = _sandbox.Run("Get-SonraiIntegration");

        var run = _sandbox.Run("Update-SonraiIntegration -RotationDays 7");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["UPDATE_COMPLETE"]);
        run.Only<int>("RotationDays").ShouldBe(7);
        run.Only<int>("TokenLifetimeDays").ShouldBe(30);
        run.Strings("SecretArn").ShouldBe(before.Strings("SecretArn"));
        run.Strings("CollectorName").ShouldBe(before.Strings("CollectorName"));
        _sandbox.Look("Rotation").Status.ShouldBe("Pass");
    }

    [Fact]
    public void WhatIf_shows_what_would_change_and_changes_nothing()
    {
        var run = _sandbox.Run("Update-SonraiIntegration -ReconcileRate 'rate(30 minutes)' -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.OfType("IntegrationChange").Select(change => $"{change}").ShouldBe(["Modify ReconcileSchedule"]);
        run.OfType("IntegrationValue").ShouldContain(value => $"{value}" == "ReconcileRate = rate(30 minutes) (Given)");
        run.OfType("IntegrationValue").ShouldContain(value => $"{value}" == "RotationDays = 15 (Kept)");
        _sandbox.Run("Get-SonraiIntegration").Strings("Status").ShouldBe(["CREATE_COMPLETE"]);
    }

    [Fact]
    public void Where_all_is_as_asked_nothing_would_change()
    {
        _sandbox.Run("Update-SonraiIntegration -RotationDays 15 -WhatIf").OfType("IntegrationChange").ShouldBeEmpty();

        _sandbox.Run("Update-SonraiIntegration -RotationDays 15").Strings("Status").ShouldBe(["CREATE_COMPLETE"]);
    }

    [Fact]
    public void Another_policy_gets_to_the_role_in_every_account()
    {
        _sandbox.Run("Update-SonraiIntegration -PolicyChoice ReadOnlyAccess").Errors.ShouldBeEmpty();

        _sandbox.Run("Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse -Status ACTIVE | Get-SonraiCollectorRole").Strings("PolicyChoice").Distinct()
            .ShouldBe(["ReadOnlyAccess"]);
    }

    [Fact]
    public void A_new_token_is_the_way_out_where_the_old_one_is_good_no_longer()
    {
        _sandbox.Run("Get-SonraiToken 'Control Tower Integration' | Remove-SonraiToken -Confirm:$false");
        _sandbox.Look("API token").Status.ShouldBe("Fail");

        _sandbox.Run("Update-SonraiIntegration -Token (New-SonraiToken)").Errors.ShouldBeEmpty();

        _sandbox.Look("API token").Status.ShouldBe("Pass");
    }

    [Fact]
    public void An_interval_that_outlives_the_tokens_is_refused()
    {
        _sandbox.Run("Update-SonraiIntegration -RotationDays 30").OnlyError("TokenOutlivedByInterval");

        _sandbox.Run("Get-SonraiIntegration").Only<int>("RotationDays").ShouldBe(15);
    }

    [Fact]
    public void It_makes_no_integration()
    {
        using var bare = Open();

        bare.Run("Update-SonraiIntegration -RotationDays 7").OnlyError("IntegrationNotInstalled");
        bare.Run("Get-SonraiIntegration").OnlyError("IntegrationNotInstalled");
    }
}
