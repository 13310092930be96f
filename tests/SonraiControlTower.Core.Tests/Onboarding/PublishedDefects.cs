using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>
/// What goes wrong in the published Control Tower integration (sonraisecurity/control-tower-integration, 1.1.0 and 1.2.0) on the way from an
/// account to its registration, one test for each: here it does not.
/// </summary>
public sealed class PublishedDefects
{
    private readonly FakeAws _aws = Given.Organization(accounts: 6);
    private readonly FakeDig _dig = new(FakeDig.Blue);

    [Fact]
    public async Task An_account_that_was_enrolled_and_never_created_is_onboarded()
    {
        // Theirs hears of CreateManagedAccount alone.
        await _aws.SyncAsync(_dig);
        _aws.Organizations.AddAccount(_aws.Organizations.Root, "Enrolled");

        (await _aws.SyncAsync(_dig)).Of(7).Status.ShouldBe(AccountSyncStatus.Synced);
    }

    [Fact]
    public async Task Of_two_accounts_at_once_the_second_waits_its_turn_and_is_not_registered_without_a_role()
    {
        // Theirs meets OperationInProgressException, ignores that it was refused, and registers.
        var set = _aws.CloudFormation.Add(Given.Plan.Define());
        set.Start(_aws.CloudFormation, OperationId.Parse("the-other-account"), "CREATE", [Given.Id(3)], set.Bring);

        var synced = await _aws.SyncAsync(_dig);

        synced.Count(AccountSyncStatus.Synced).ShouldBe(6);
        _dig.CloudAccounts.Registered.ShouldAllBe(account => _aws.Roles.ContainsKey(new(AccountId.Parse(account.AccountId), "sonrai-collector-role")));
    }

    [Fact]
    public async Task A_request_that_AWS_refuses_is_no_success()
    {
        _aws.Moment = _ =>
        {
            if (_aws.Requests.Last() == "CreateStackInstances")
            {
                throw new SonraiException(CloudFormationProblems.LimitExceeded("CreateStackInstances", "LimitExceededException"));
            }
        };

        (await _aws.SyncAsync(_dig).RefusalAsync()).Id.ShouldBe("CloudFormationLimitExceeded");
        _dig.CloudAccounts.Registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_registered_before_the_operation_has_ended_and_the_role_was_proved()
    {
        // Theirs registers right after it began the roll-out.
        _dig.CloudAccounts.Moment = moment =>
        {
            if (_dig.CloudAccounts.Sent.Count > 0)
            {
                _aws.CloudFormation.Only.Operations.ShouldAllBe(operation => operation.Operation.HasEnded);
                _aws.Count("GetAccountAuthorizationDetails").ShouldBe(6);
            }
        };

        (await _aws.SyncAsync(_dig)).Count(AccountSyncStatus.Synced).ShouldBe(6);
    }

    [Theory]
    [InlineData("QUEUED")]
    [InlineData("RUNNING")]
    [InlineData("STOPPING")]
    public async Task A_wait_goes_on_whatever_the_operation_is_called_before_its_end(string status)
    {
        _aws.CloudFormation.Course = [status, status, status];

        var told = await _aws.InstallAsync();

        told.Progress.ShouldContain(progress => progress.Activity.EndsWith(status));
        told.Count(CollectorRoleStatus.Installed).ShouldBe(6);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("STOPPED")]
    public async Task An_operation_that_ends_badly_is_no_success(string status)
    {
        _aws.CloudFormation.EndOf = _ => status;
        _aws.CloudFormation.FailureOf = id => id == Given.Id(4) ? "AWS did not say" : null;

        var synced = await _aws.SyncAsync(_dig);

        synced.Of(4).Status.ShouldBe(AccountSyncStatus.Failed);
        _dig.CloudAccounts.Registered.ShouldNotContain(account => account.AccountId == $"{Given.Id(4)}");
    }

    [Fact]
    public async Task Every_page_of_instances_is_read()
    {
        // Theirs calls a method that does not exist on the second page, and loses its results.
        var aws = Given.Organization(accounts: 350);
        await aws.InstallAsync();

        var again = await aws.InstallAsync();

        again.Count(CollectorRoleStatus.AlreadyInstalled).ShouldBe(350);
        aws.CloudFormation.Created.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_no_account_is_left_to_deploy_to_nothing_is_sent()
    {
        // Theirs sends an empty list, which AWS refuses, and does not look.
        await _aws.SyncAsync(_dig);
        await _aws.SyncAsync(_dig);

        _aws.Count("CreateStackInstances").ShouldBe(1);
    }

    [Fact]
    public async Task An_Organizations_that_throttles_to_the_end_is_said_so_and_nothing_is_registered()
    {
        _aws.Organizations.Answered = count => throw new SonraiException(AwsProblems.Throttled("ListAccounts"));

        (await _aws.SyncAsync(_dig).RefusalAsync()).Kind.ShouldBe(ProblemKind.Throttled);
        _dig.CloudAccounts.Registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_account_that_fails_does_not_stop_the_others()
    {
        _aws.CloudFormation.FailureOf = id => id == Given.Id(3) ? "no execution role" : null;

        var synced = await _aws.SyncAsync(_dig);

        synced.Of(3).Reason.ShouldBe("no execution role");
        synced.Count(AccountSyncStatus.Synced).ShouldBe(5);
    }

    [Fact]
    public async Task In_another_partition_every_ARN_is_of_that_partition()
    {
        // Theirs says arn:aws everywhere.
        _aws.Partition = "aws-us-gov";

        var told = await _aws.InstallAsync();

        told.Results.ShouldAllBe(result => result.RoleArn!.StartsWith("arn:aws-us-gov:iam::"));
        _aws.CloudFormation.Only.Set.AdministrationRoleArn!.ShouldStartWith("arn:aws-us-gov:iam::");
        RoleTemplate.Collector.Body.ShouldNotContain("arn:aws:");
    }

    [Fact]
    public async Task The_read_only_role_is_never_the_bots()
    {
        await _aws.SyncAsync(_dig);

        _dig.CloudAccounts.Registered.ShouldAllBe(account => account.BotRoleArn == null);
        Given.Role.DeployBot().ShouldBeNull();
        (Given.Role with { BotRoleName = "sonrai-bot-role" }).DeployBot()!.RoleName.ShouldNotBe(Given.Role.Name);
    }

    [Fact]
    public async Task A_removal_takes_the_instances_first_and_leaves_no_set()
    {
        // Theirs answers SUCCESS and leaves everything; the set can then never be deleted.
        await _aws.SyncAsync(_dig);

        await _aws.RemoveAsync();

        _aws.Requests.ToList().IndexOf("DeleteStackInstances").ShouldBeLessThan(_aws.Requests.ToList().IndexOf("DeleteStackSet"));
        _aws.CloudFormation.Sets.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_role_may_read_is_no_data_unless_asked_for() =>
        Given.Role.Deploy().Parameters.Single(one => one.Key == RoleTemplateParameters.PolicyChoice).Value.ShouldBe(CollectorPolicy.SecurityAuditViewOnly);

    [Fact]
    public void Keys_of_encrypted_trails_can_be_named()
    {
        var role = Given.Role with { KmsKeyArns = ["arn:aws:kms:eu-west-1:000000000001:key/a", "arn:aws:kms:eu-west-1:000000000001:key/b"] };

        role.Deploy().Parameters.Single(one => one.Key == RoleTemplateParameters.KmsKeyArns).Value
            .ShouldBe("arn:aws:kms:eu-west-1:000000000001:key/a,arn:aws:kms:eu-west-1:000000000001:key/b");
    }

    [Fact]
    public void An_organization_id_may_be_longer_than_ten_signs() =>
        AccountArn.TryParse($"arn:aws:organizations::000000000001:account/o-{new string('a', 32)}/000000000002")!.OrganizationId.Length.ShouldBe(34);

    [Fact]
    public async Task A_closed_account_is_told_of_with_what_remains()
    {
        var scope = await _aws.EverybodyAsync();
        await _aws.SyncAsync(_dig);
        _aws.Organizations.Close(scope.Accounts.Single(account => account.AccountId == $"{Given.Id(6)}"));

        (await _aws.SyncAsync(_dig)).Of(6).Status.ShouldBe(AccountSyncStatus.Left);
    }
}
