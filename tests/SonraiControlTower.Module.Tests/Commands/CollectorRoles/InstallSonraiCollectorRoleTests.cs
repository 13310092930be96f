using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.CollectorRoles.RollOutRunspace;

namespace SonraiControlTower.Module.Tests.Commands.CollectorRoles;

public sealed class InstallSonraiCollectorRoleTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_whole_organization_gets_the_role_and_every_account_has_one_result()
    {
        var accounts = _sandbox.Run("Get-OrgAccount");

        var run = _sandbox.Run(Install);

        run.Strings("AccountId").Order().ShouldBe(accounts.Strings("AccountId").Order());
        run.CountOf("Installed").ShouldBe(_sandbox.CountReachable());
        run.CountOf("Skipped").ShouldBe(2);
        run.Strings("StackSet").Distinct().ShouldBe(["SonraiDigAccess", "SonraiDigAccess-Management"], ignoreOrder: true);
    }

    [Fact]
    public void An_account_that_fails_is_an_error_with_AWSs_reason_and_the_others_go_on()
    {
        var run = _sandbox.Run(Install);

        var failed = run.Output.Single(row => (string)row.Properties["Status"].Value == "Failed");
        failed.Properties["AccountId"].Value.ShouldBe(Unenrolled);
        ((string)failed.Properties["Reason"].Value).ShouldContain("'AWSControlTowerExecution'");
        run.OnlyError("CollectorRoleFailed").TargetObject.ShouldBe(failed.BaseObject);
    }

    [Fact]
    public void Run_again_everything_is_there_already()
    {
        _sandbox.Run(Install);

        var again = _sandbox.Run(Install);

        again.CountOf("AlreadyInstalled").ShouldBe(_sandbox.CountReachable());
        again.CountOf("Failed").ShouldBe(1);
    }

    [Theory]
    [InlineData("Get-OrgAccount -AccountId 333344445555")]
    [InlineData("'333344445555'")]
    [InlineData("[pscustomobject]@{ AccountId = '333344445555' }")]
    [InlineData("[pscustomobject]@{ Id = '333344445555'; Name = 'Log'; Status = 'ACTIVE' }")]
    public void Accounts_come_by_the_pipeline(string piped)
    {
        var run = _sandbox.Run($"{piped} | {Install}");

        run.Errors.ShouldBeEmpty();
        run.Strings("AccountId").ShouldBe(["333344445555"]);
        run.Strings("Status").ShouldBe(["Installed"]);
        run.Strings("RoleArn").ShouldBe(["arn:aws:iam::333344445555:role/sonrai-collector-role"]);
    }

    [Fact]
    public void A_unit_means_everything_below_it()
    {
        var run = _sandbox.Run($"{Install} -OrganizationalUnit Security");

        run.Errors.ShouldBeEmpty();
        run.Strings("AccountId").Order().ShouldBe(_sandbox.Run("Get-OrgAccount -OU Security -Recurse").Strings("AccountId").Order());
    }

    [Fact]
    public void An_empty_pipeline_is_an_error_and_not_the_whole_organization()
    {
        var run = _sandbox.Run($"Get-OrgAccount -Name nobody* | {Install}");

        run.OnlyError("NoAccountGiven");
        run.Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
    }

    [Fact]
    public void A_malformed_and_a_foreign_account_are_errors_and_the_rest_goes_on()
    {
        var run = _sandbox.Run($"'12', '999999999999', '333344445555' | {Install}");

        run.ErrorIds.ShouldBe(["MalformedAccountId", "AccountNotInOrganization"]);
        run.Strings("Status").ShouldBe(["Installed"]);
    }

    [Fact]
    public void WhatIf_installs_nothing()
    {
        var run = _sandbox.Run($"{Install} -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Skipped"]);
        _sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
    }

    [Fact]
    public void Without_waiting_accounts_are_pending_and_their_results_can_be_piped_back_to_wait()
    {
        _sandbox.Run($"$global:pending = Get-OrgAccount -OU Security | {Install} -NoWait");

        var run = _sandbox.Run($"$pending | {Install}");

        _sandbox.Run("$pending").Strings("Status").Distinct().ShouldBe(["Pending"]);
        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Installed"]);
        run.Strings("OperationId").ShouldBe(_sandbox.Run("$pending").Strings("OperationId"));
    }

    [Fact]
    public void Service_managed_it_reaches_the_accounts_to_come()
    {
        var run = _sandbox.Run($"{Install} -PermissionModel ServiceManaged");

        run.Errors.ShouldBeEmpty();
        run.CountOf("Installed").ShouldBe(_sandbox.Run("Get-OrgAccount -Status ACTIVE").Output.Count);
    }

    [Fact]
    public void Service_managed_a_bare_account_is_found_in_its_unit()
    {
        var run = _sandbox.Run($"'333344445555' | {Install} -PermissionModel ServiceManaged");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Installed"]);
    }

    [Fact]
    public void A_set_with_another_policy_choice_is_adopted_with_a_warning_and_overwritten_by_force()
    {
        _sandbox.Run($"'333344445555' | {Install} -PolicyChoice ReadOnlyAccess");

        var adopted = _sandbox.Run($"'333344445555' | {Install}");
        var forced = _sandbox.Run($"'333344445555' | {Install} -Force");

        adopted.Texts.ShouldHaveSingleItem().ShouldContain("PolicyChoice 'ReadOnlyAccess' instead of 'SecurityAuditViewOnly'");
        adopted.Strings("Status").ShouldBe(["AlreadyInstalled"]);
        forced.Strings("Status").ShouldBe(["Updated"]);
        _sandbox.Run("'333344445555' | Get-SonraiCollectorRole").Strings("PolicyChoice").ShouldBe(["SecurityAuditViewOnly"]);
    }

    [Fact]
    public void A_bot_role_is_one_more_result_and_a_set_of_its_own()
    {
        var run = _sandbox.Run($"'333344445555' | {Install} -BotRoleName sonrai-bot-role");

        run.Errors.ShouldBeEmpty();
        run.Strings("StackSet").ShouldBe(["SonraiDigAccess", "SonraiDigAccess-Bot"]);
        run.Strings("RoleArn").Last().ShouldBe("arn:aws:iam::333344445555:role/sonrai-bot-role");
    }

    [Fact]
    public void Two_tolerances_at_once_are_refused() =>
        _sandbox.Run($"{Install} -FailureTolerance 1 -FailureTolerancePercentage 1").OnlyError("ParametersExclude");

    [Fact]
    public void A_malformed_external_id_is_refused_without_repeating_it()
    {
        var error = _sandbox.Run("Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId 'not an id!'").OnlyError("MalformedExternalId");

        $"{error} {error.Exception} {error.ErrorDetails.RecommendedAction}".ShouldNotContain("not an id!");
    }

    [Fact]
    public void The_external_id_is_in_no_stream()
    {
        var run = _sandbox.Run($"Get-OrgAccount -OU Security | {Install} -Verbose -Debug | Format-List *");

        var texts = string.Join('\n', [.. run.Texts, .. run.Output.Select(row => row.ToString()), .. run.Errors.Select(error => error.ToString())]);
        texts.ShouldNotContain(ExternalId);
    }
}
