using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class AccountSyncTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 8);
    private readonly FakeDig _dig = new(FakeDig.Blue, FakeDig.Green);

    [Fact]
    public async Task Every_account_gets_its_role_is_proved_and_is_registered()
    {
        var synced = await _aws.SyncAsync(_dig);

        synced.Count(AccountSyncStatus.Synced).ShouldBe(8);
        _dig.CloudAccounts.Registered.Select(account => account.AccountId).ShouldBe(_aws.Organizations.AccountIds, ignoreOrder: true);
        synced.Of(5).RoleArn.ShouldBe("arn:aws:iam::000000000005:role/sonrai-collector-role");
        synced.Of(5).Needs.ShouldBe([AccountNeed.Role, AccountNeed.Registration]);
        synced.Of(5).Srn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_again_everything_is_in_sync_and_nothing_is_sent()
    {
        await _aws.SyncAsync(_dig);
        var before = _aws.Requests.Count;

        var again = await _aws.SyncAsync(_dig);

        again.Count(AccountSyncStatus.InSync).ShouldBe(8);
        _dig.CloudAccounts.Sent.Count.ShouldBe(1);
        _aws.Requests.Skip(before).ShouldNotContain("CreateStackInstances");
        _aws.Requests.Skip(before).ShouldNotContain("AssumeRole");
    }

    [Fact]
    public async Task Reading_the_drift_changes_nothing()
    {
        _dig.CloudAccounts.Add(Given.Id(4));

        var drift = await _aws.DriftAsync(_dig);

        drift.Open.Count.ShouldBe(8);
        drift.Open.Single(one => one.Account.AccountId == $"{Given.Id(4)}").Needs.ShouldBe([AccountNeed.Role]);
        drift.Open.ShouldAllBe(one => one.Report().Status == AccountSyncStatus.Drifted);
        _aws.CloudFormation.Sets.ShouldBeEmpty();
        _aws.CloudFormation.OwnStacks.Created.ShouldBeEmpty();
        _dig.CloudAccounts.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_somebody_else_made_and_that_lets_the_collector_in_is_adopted()
    {
        _aws.Roles[(Given.Id(4), "sonrai-collector-role")] = new FakeRole(Given.Collector, Given.ExternalIdText, default);

        var synced = await _aws.SyncAsync(_dig);

        synced.Of(4).Status.ShouldBe(AccountSyncStatus.Synced);
        synced.Of(4).Needs.ShouldBe([AccountNeed.Registration]);
        _aws.CloudFormation.Only.Instances.ShouldNotContainKey(Given.Id(4));
    }

    [Fact]
    public async Task A_role_that_lets_in_who_says_no_external_id_is_not_registered()
    {
        _aws.Roles[(Given.Id(4), "sonrai-collector-role")] = new FakeRole(Given.Collector, ExternalId: null, default);

        var synced = await _aws.SyncAsync(_dig);

        synced.Of(4).Status.ShouldBe(AccountSyncStatus.Failed);
        synced.Of(4).Blocker.ShouldBe(AccountBlocker.ExternalIdNotDemanded);
        synced.Problems.ShouldHaveSingleItem().Id.ShouldBe("AccountNotProved");
        _dig.CloudAccounts.Registered.ShouldNotContain(account => account.AccountId == $"{Given.Id(4)}");
    }

    [Fact]
    public async Task A_registration_is_adopted_where_it_is()
    {
        _dig.CloudAccounts.Add(Given.Id(4), registeredBy: null, FakeDig.Green);
        await _aws.SyncAsync(_dig);

        var again = await _aws.SyncAsync(_dig);

        again.Of(4).Status.ShouldBe(AccountSyncStatus.InSync);
        again.Of(4).Reason!.ShouldContain("'green'");
        _dig.CloudAccounts.Registered.Count(account => account.AccountId == $"{Given.Id(4)}").ShouldBe(1);
    }

    [Fact]
    public async Task What_left_the_organization_is_told_of_and_never_ended()
    {
        var scope = await _aws.EverybodyAsync();
        await _aws.SyncAsync(_dig);
        _aws.Organizations.Remove(scope.Accounts.Single(account => account.AccountId == $"{Given.Id(8)}"));

        var synced = await _aws.SyncAsync(_dig);

        synced.Of(8).Status.ShouldBe(AccountSyncStatus.Left);
        synced.Of(8).Reason!.ShouldContain("its registration and its stack instance remain");
        _dig.CloudAccounts.Registered.Count.ShouldBe(8);
        _aws.CloudFormation.Only.Instances.ShouldContainKey(Given.Id(8));
    }

    [Fact]
    public async Task A_suspended_account_is_skipped_and_one_that_is_registered_is_told_of()
    {
        _aws.Organizations.AddAccount(_aws.Organizations.Root, status: "SUSPENDED");
        _aws.Organizations.AddAccount(_aws.Organizations.Root, status: "PENDING_CLOSURE");
        _dig.CloudAccounts.Add(Given.Id(10));

        var synced = await _aws.SyncAsync(_dig);

        synced.Of(9).Status.ShouldBe(AccountSyncStatus.Skipped);
        synced.Of(10).Status.ShouldBe(AccountSyncStatus.Left);
        synced.Of(10).Reason.ShouldBe("The account is PENDING_CLOSURE; its registration remains.");
    }

    [Fact]
    public async Task An_instance_that_never_had_a_stack_is_nothing_that_remains()
    {
        await _aws.SyncAsync(_dig);
        _aws.Organizations.AddAccount(_aws.Organizations.Root, status: "SUSPENDED");
        var set = _aws.CloudFormation.Only;
        set.Instances[Given.Id(9)] = set.Instance(Given.Id(9), StackInstanceStatus.Outdated, StackInstanceDetailedStatus.SkippedSuspendedAccount) with { StackId = null };

        (await _aws.SyncAsync(_dig)).Of(9).Status.ShouldBe(AccountSyncStatus.Skipped);
    }

    [Fact]
    public async Task Excluded_accounts_are_none_of_its_business()
    {
        var synced = await _aws.SyncAsync(_dig, excluded: Given.Id(3));

        synced.Results.ShouldNotContain(result => result.AccountId == $"{Given.Id(3)}");
        _aws.CloudFormation.Only.Instances.ShouldNotContainKey(Given.Id(3));
    }

    [Fact]
    public async Task One_account_alone_is_brought_into_step_and_nothing_is_said_of_the_others()
    {
        _dig.CloudAccounts.Add(Given.Id(99));
        var one = RollOutScope.Of((await _aws.EverybodyAsync()).Accounts.Where(account => account.AccountId == $"{Given.Id(3)}"));
        var sync = new AccountSync(_aws, _dig, new AwsAccess(), SyncGiven.Plan, _aws.Clock);

        var drift = await sync.ReadAsync(one, everything: false, default);
        var news = await sync.ApplyAsync(drift, [.. drift.Open], default).ReadAllAsync();

        drift.Known.ShouldBeEmpty();
        news.OfType<SyncEnd>().ShouldHaveSingleItem().Result.Status.ShouldBe(AccountSyncStatus.Synced);
        _aws.CloudFormation.Only.Instances.Keys.ShouldBe([Given.Id(3)]);
    }

    [Fact]
    public async Task What_Dig_refuses_is_told_with_its_reason_and_the_next_run_tries_again()
    {
        _dig.CloudAccounts.FateOf = id => id == Given.Id(5) ? Fate.Refused : Fate.Made;

        var synced = await _aws.SyncAsync(_dig);
        _dig.CloudAccounts.FateOf = _ => Fate.Made;
        var again = await _aws.SyncAsync(_dig);

        synced.Of(5).Status.ShouldBe(AccountSyncStatus.Failed);
        synced.Problems.ShouldHaveSingleItem().Id.ShouldBe("RegistrationRefused");
        again.Of(5).Status.ShouldBe(AccountSyncStatus.Synced);
        again.Of(5).Needs.ShouldBe([AccountNeed.Registration]);
    }

    [Fact]
    public async Task A_role_of_its_own_name_and_path_is_proved_and_registered_under_them()
    {
        var role = Given.Role with { Name = "reader", Path = "/security/" };

        var synced = await _aws.SyncAsync(_dig, SyncPlan.Of(role, Given.Plan with { Role = role.Deploy() }, FakeDig.Blue, "aws"));

        synced.Of(5).RoleArn.ShouldBe("arn:aws:iam::000000000005:role/security/reader");
        synced.Of(5).Status.ShouldBe(AccountSyncStatus.Synced);
    }
}
