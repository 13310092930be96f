using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

public sealed class RoleInstallerTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 12);

    [Fact]
    public async Task Every_account_of_the_organization_gets_the_role_and_one_result()
    {
        var told = await _aws.InstallAsync();

        told.Results.Select(result => result.AccountId).ShouldBe(_aws.Organizations.AccountIds, ignoreOrder: true);
        told.Results.ShouldAllBe(result => result.Status == CollectorRoleStatus.Installed);
        told.Of(5).RoleArn.ShouldBe("arn:aws:iam::000000000005:role/sonrai-collector-role");
        told.Of(5).StackSet.ShouldBe("SonraiDigAccess");
        told.Of(5).OperationId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_self_managed_set_works_with_the_roles_of_Control_Tower_and_a_soft_tolerance()
    {
        await _aws.InstallAsync();

        var set = _aws.CloudFormation.Only.Set;
        set.AdministrationRoleArn.ShouldBe("arn:aws:iam::000000000001:role/service-role/AWSControlTowerStackSetRole");
        set.ExecutionRoleName.ShouldBe("AWSControlTowerExecution");
        set.TemplateBody.ShouldBe(RoleTemplate.Collector.Body);
        set.Tags.ShouldContainKeyAndValue("CreatedBy", "SonraiControlTower");
        var preferences = _aws.CloudFormation.Created.ShouldHaveSingleItem().Preferences.ShouldNotBeNull();
        preferences.ConcurrencyMode.ShouldBe(ConcurrencyMode.SoftFailureTolerance);
    }

    [Fact]
    public async Task The_management_account_has_a_stack_of_its_own_and_no_instance()
    {
        var told = await _aws.InstallAsync();

        told.Of(1).StackSet.ShouldBe("SonraiDigAccess-Management");
        _aws.CloudFormation.OwnStacks.Created.ShouldHaveSingleItem().Tags!.ShouldContainKeyAndValue("CreatedBy", "SonraiControlTower");
        _aws.CloudFormation.Created.SelectMany(request => request.Targets.Accounts).ShouldNotContain(FakeAws.Management);
    }

    [Fact]
    public async Task From_another_account_the_management_account_is_skipped_with_the_reason()
    {
        _aws.Home = Given.Collector;

        var told = await _aws.InstallAsync(Given.Plan with { StackSet = new("SonraiDigAccess", CallAs.DelegatedAdmin) });

        told.Of(1).Status.ShouldBe(CollectorRoleStatus.Skipped);
        told.Of(1).Reason!.ShouldContain("account '000000000002'");
        _aws.CloudFormation.OwnStacks.Created.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_management_stack_that_fails_is_told_in_the_words_of_the_event_that_failed_first()
    {
        _aws.CloudFormation.OwnStacks.Failure = "Policy SecurityAudit is not attachable";

        var told = await _aws.InstallAsync();

        told.Of(1).Status.ShouldBe(CollectorRoleStatus.Failed);
        told.Of(1).Reason.ShouldBe("Policy SecurityAudit is not attachable");
        told.Problems.ShouldHaveSingleItem().Id.ShouldBe("CollectorRoleFailed");
    }

    [Fact]
    public async Task A_management_stack_that_AWS_does_not_take_is_told_and_the_members_get_the_role_all_the_same()
    {
        _aws.CloudFormation.OwnStacks.Refusal = CloudFormationProblems.LimitExceeded("CreateStack", "LimitExceededException");

        var told = await _aws.InstallAsync();

        told.Of(1).Status.ShouldBe(CollectorRoleStatus.Failed);
        told.Of(1).Reason!.ShouldContain("LimitExceededException");
        told.Count(CollectorRoleStatus.Installed).ShouldBe(11);
    }

    [Fact]
    public async Task A_management_stack_that_was_taken_back_is_made_anew()
    {
        _aws.CloudFormation.OwnStacks.Failure = "no";
        await _aws.InstallAsync();
        _aws.CloudFormation.OwnStacks.Failure = null;

        var told = await _aws.InstallAsync();

        told.Of(1).Status.ShouldBe(CollectorRoleStatus.Installed);
        _aws.CloudFormation.OwnStacks.Created.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_role_of_the_management_account_that_was_made_otherwise_is_adopted()
    {
        _aws.Roles[(FakeAws.Management, "sonrai-collector-role")] = new FakeRole(Given.Collector, Given.ExternalIdText, default);

        var told = await _aws.InstallAsync();

        told.Of(1).Status.ShouldBe(CollectorRoleStatus.AlreadyInstalled);
        _aws.CloudFormation.OwnStacks.Created.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_again_nothing_is_sent_and_every_account_has_the_role_already()
    {
        await _aws.InstallAsync();
        var before = _aws.CloudFormation.Created.Count;

        var again = await _aws.InstallAsync();

        again.Results.ShouldAllBe(result => result.Status == CollectorRoleStatus.AlreadyInstalled);
        again.Results.Count.ShouldBe(12);
        _aws.CloudFormation.Created.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_failure_within_tolerance_is_told_in_AWSs_words_though_the_operation_says_SUCCEEDED()
    {
        _aws.CloudFormation.FailureOf = id => id == Given.Id(7) ? "Role with name sonrai-collector-role already exists" : null;

        var told = await _aws.InstallAsync();

        told.Of(7).Status.ShouldBe(CollectorRoleStatus.Failed);
        told.Of(7).Reason.ShouldBe("Role with name sonrai-collector-role already exists");
        told.Count(CollectorRoleStatus.Installed).ShouldBe(11);
        told.Problems.ShouldHaveSingleItem().Message.ShouldContain("'000000000007'");
    }

    [Fact]
    public async Task An_account_that_failed_is_tried_again_by_the_next_run_and_nobody_else()
    {
        _aws.CloudFormation.FailureOf = id => id == Given.Id(7) ? "throttled" : null;
        await _aws.InstallAsync();
        _aws.CloudFormation.FailureOf = _ => null;

        var again = await _aws.InstallAsync();

        again.Of(7).Status.ShouldBe(CollectorRoleStatus.Installed);
        _aws.CloudFormation.Created[^1].Targets.Accounts.ShouldBe([Given.Id(7)]);
    }

    [Fact]
    public async Task A_suspended_account_is_skipped_with_the_reason()
    {
        _aws.Organizations.AddAccount(_aws.Organizations.Root, status: "SUSPENDED");

        var told = await _aws.InstallAsync();

        told.Of(13).Status.ShouldBe(CollectorRoleStatus.Skipped);
        told.Of(13).Reason.ShouldBe("The account is SUSPENDED, not ACTIVE.");
        _aws.CloudFormation.Created.SelectMany(request => request.Targets.Accounts).ShouldNotContain(Given.Id(13));
    }

    [Fact]
    public async Task Named_accounts_alone_get_the_role()
    {
        var named = RollOutScope.Of((await _aws.EverybodyAsync()).Accounts.Where(account => account.AccountId.EndsWith('4')));

        var told = await _aws.InstallAsync(scope: named);

        told.Results.ShouldHaveSingleItem().AccountId.ShouldBe("000000000004");
        _aws.CloudFormation.Only.Instances.Keys.ShouldBe([Given.Id(4)]);
    }

    [Fact]
    public async Task Thousands_of_accounts_are_sent_in_batches_one_after_another()
    {
        var aws = Given.Organization(accounts: 2_300);

        var told = await aws.InstallAsync();

        told.Results.Count.ShouldBe(2_300);
        aws.CloudFormation.Created.Select(request => request.Targets.Accounts.Count).ShouldBe([1000, 1000, 299]);
    }

    [Fact]
    public async Task The_progress_counts_accounts_that_are_done()
    {
        var told = await _aws.InstallAsync();

        told.Progress.ShouldContain(progress => progress.Activity.StartsWith("Installing the role") && progress.Total == 11);
    }

    [Fact]
    public async Task Without_waiting_every_account_is_pending_and_a_second_run_waits_for_the_same_operation()
    {
        var begun = await _aws.InstallAsync(Given.Plan with { Wait = false });
        var awaited = await _aws.InstallAsync();

        begun.Results.ShouldAllBe(result => result.Status == CollectorRoleStatus.Pending);
        begun.Of(5).OperationId.ShouldNotBeNull();
        awaited.Of(5).Status.ShouldBe(CollectorRoleStatus.Installed);
        awaited.Of(5).OperationId.ShouldBe(begun.Of(5).OperationId);
        _aws.CloudFormation.Created.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_bot_role_is_a_set_of_its_own_with_its_own_name()
    {
        var role = Given.Role with { BotRoleName = "sonrai-bot-role" };

        var told = await _aws.InstallAsync(Given.Plan with { Role = role.DeployBot()!, StackSet = new("SonraiDigAccess-Bot") });

        told.Of(5).RoleArn.ShouldBe("arn:aws:iam::000000000005:role/sonrai-bot-role");
        _aws.CloudFormation.Only.Set.TemplateBody.ShouldBe(RoleTemplate.Bot.Body);
    }

    [Fact]
    public async Task The_external_id_is_in_no_result_and_no_text()
    {
        var told = await _aws.InstallAsync();

        string.Join('\n', told.News).ShouldNotContain(Given.ExternalIdText);
    }
}
