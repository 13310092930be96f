using static SonraiControlTower.Module.Tests.Commands.Integration.IntegrationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class TestSonraiIntegrationTests
{
    [Fact]
    public void Where_everything_is_as_it_shall_be_every_row_passes()
    {
        using var sandbox = Installed(InstallEverywhere);
        sandbox.Run("Enable-SonraiIngestion").Errors.ShouldBeEmpty();

        var run = sandbox.Run("Test-SonraiIntegration");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(14);
        run.Output.Where(row => !Equals(row.Properties["HasPassed"].Value, true)).Select(row => $"{row}: {row.Properties["Evidence"].Value}").ShouldBeEmpty();
        run.Strings("Remedy").ShouldAllBe(remedy => remedy == null);
    }

    [Fact]
    public void An_account_that_no_role_gets_to_is_named_with_what_to_do()
    {
        using var sandbox = Installed();

        var (role, registration) = (sandbox.Look("Role in every account"), sandbox.Look("Registrations"));

        role.Status.ShouldBe("Fail");
        role.Evidence.ShouldContain(Unenrolled);
        role.Remedy.ShouldNotBeNullOrEmpty();
        registration.Status.ShouldBe("Fail");
        registration.Evidence.ShouldContain(Unenrolled);
    }

    [Fact]
    public void A_role_that_was_taken_away_is_red_and_the_remedy_brings_it_back()
    {
        using var sandbox = Installed(InstallEverywhere);
        sandbox.Run("Uninstall-SonraiCollectorRole -AccountId 333344445555 -Confirm:$false").Errors.ShouldBeEmpty();
        var red = sandbox.Look("Role in every account");
        red.Status.ShouldBe("Fail");
        red.Evidence.ShouldContain("333344445555 (NoRole)");
        red.Remedy!.ShouldContain("Install-SonraiCollectorRole");

        sandbox.Run("""
            Install-SonraiCollectorRole -AccountId 333344445555 -CollectorAccount 222233334444 -ExternalId $externalId -PermissionModel ServiceManaged > $null
            Test-SonraiAccount -AccountId 333344445555 -CollectorAccount 222233334444 -ExternalId $externalId
            """).Values("HasPassed").ShouldBe([true]);

        sandbox.Look("Role in every account").Status.ShouldBe("Pass");
    }

    [Fact]
    public void A_registration_that_was_ended_is_red_and_the_remedy_brings_it_back()
    {
        using var sandbox = Installed(InstallEverywhere);
        sandbox.Run("Unregister-SonraiAccount 333344445555 -Confirm:$false").Errors.ShouldBeEmpty();
        var red = sandbox.Look("Registrations");
        red.Status.ShouldBe("Fail");
        red.Evidence.ShouldContain("333344445555");
        red.Remedy!.ShouldContain("Sync-SonraiAccount");

        sandbox.Run("Sync-SonraiAccount 333344445555 -CollectorAccount 222233334444 -ExternalId $externalId -PermissionModel ServiceManaged").Errors.ShouldBeEmpty();

        sandbox.Look("Registrations").Status.ShouldBe("Pass");
    }

    [Fact]
    public void A_token_that_was_removed_is_red()
    {
        using var sandbox = Installed();
        sandbox.Run("Get-SonraiToken 'Control Tower Integration' | Remove-SonraiToken -Confirm:$false").Errors.ShouldBeEmpty();

        var red = sandbox.Look("API token");

        red.Status.ShouldBe("Fail");
        red.Remedy!.ShouldContain("Update-SonraiIntegration -Token");
    }

    [Theory]
    [InlineData("DisableRule($stack.LifecycleRule)", "Lifecycle rule", "Fail", "DISABLED", "aws events enable-rule")]
    [InlineData("DisableRule($stack.OrganizationRule)", "Organization rule", "Fail", "DISABLED", "aws events enable-rule")]
    [InlineData("DisableRule($stack.ReconcileRule)", "Reconcile schedule", "Fail", "DISABLED", "aws events enable-rule")]
    [InlineData("DisableRotation($stack.SecretArn)", "Rotation", "Fail", "switched off", "Update-SonraiIntegration")]
    [InlineData("PutMessage($stack.EventDeadLetterQueueUrl, '{}')", "Dead-letter queue", "Fail", "1 events", "Sync-SonraiAccount")]
    [InlineData("RemoveRole('333344445555', $stack.RoleName)", "Role in every account", "Fail", "333344445555", "Install-SonraiCollectorRole")]
    [InlineData("RemoveRole('111122223333', $stack.RoleName)", "Role in every account", "Fail", "management account", "Update-SonraiIntegration")]
    [InlineData("SetBucketPolicy('aws-controltower-logs-333344445555-eu-west-1', $null)", "Trail readable", "Warn", "does not let", "Enable-SonraiIngestion")]
    public void What_somebody_broke_is_seen_with_the_remedy(string fault, string check, string status, string evidence, string remedy)
    {
        using var sandbox = Installed(InstallEverywhere);
        sandbox.Run("Enable-SonraiIngestion").Errors.ShouldBeEmpty();
        sandbox.Look(check).Status.ShouldBe("Pass");

        sandbox.Run($"$stack = Get-SonraiIntegration; (Get-SonraiContext).GetLandingZone().{fault}").Errors.ShouldBeEmpty();

        var seen = sandbox.Look(check);
        seen.Status.ShouldBe(status);
        seen.Evidence.ShouldContain(evidence);
        seen.Remedy!.ShouldContain(remedy);
    }

    [Fact]
    public void A_trail_that_nobody_let_be_read_is_a_warning()
    {
        using var sandbox = Installed();
        sandbox.Look("Trail readable").ShouldBe(("Warn", "The bucket's policy does not let the role read.", "Run Enable-SonraiIngestion."));

        sandbox.Run("Enable-SonraiIngestion").Errors.ShouldBeEmpty();

        sandbox.Look("Trail readable").Status.ShouldBe("Pass");
    }

    [Fact]
    public void Where_there_is_none_it_says_so()
    {
        using var sandbox = Open();

        sandbox.Run("Test-SonraiIntegration").OnlyError("IntegrationNotInstalled");
    }
}
