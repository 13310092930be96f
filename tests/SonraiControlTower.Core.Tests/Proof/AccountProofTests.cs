using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Proof;

public sealed class AccountProofTests
{
    private static readonly AccountId _third = Given.Id(3);
    private readonly FakeAws _aws = Given.Organization(accounts: 5);
    private ProofPlan _plan = new() { ExternalId = ExternalId.Parse(Given.ExternalIdText), CollectorAccount = Given.Collector };

    public AccountProofTests() => Make(new FakeRole(Given.Collector, Given.ExternalIdText, default));

    [Fact]
    public async Task A_role_that_admits_the_collector_alone_and_reads_has_passed()
    {
        var result = await TestAsync();

        result.Status.ShouldBe(AccountTestStatus.Passed);
        result.WithExternalId.ShouldBe(RoleAnswer.Admitted);
        result.WithoutExternalId.ShouldBe(RoleAnswer.Refused);
        result.WithWrongExternalId.ShouldBe(RoleAnswer.Refused);
        result.CanRead.ShouldBe(true);
        result.Blocker.ShouldBeNull();
        result.RoleArn.ShouldBe("arn:aws:iam::000000000003:role/sonrai-collector-role");
    }

    [Fact]
    public async Task With_the_collectors_own_credentials_no_other_role_is_needed()
    {
        _aws.Home = Given.Collector;

        (await TestAsync()).HasPassed.ShouldBeTrue();
        _aws.Count("AssumeRole").ShouldBe(3);
    }

    [Fact]
    public async Task Credentials_that_cannot_become_the_collector_end_the_run_by_name()
    {
        _aws.Home = Given.Id(4);

        var problem = await TestAsync().RefusalAsync();

        problem.Id.ShouldBe("NotTheCollector");
        problem.Message.ShouldContain("'000000000004'");
    }

    [Fact]
    public async Task A_fresh_role_is_waited_for()
    {
        Make(new FakeRole(Given.Collector, Given.ExternalIdText, _aws.Clock.GetUtcNow() + TimeSpan.FromSeconds(25)));

        (await TestAsync()).HasPassed.ShouldBeTrue();
        _aws.Clock.Waited.ShouldBeInRange(TimeSpan.FromSeconds(25), _plan.Patience);
    }

    [Fact]
    public async Task The_wait_for_fresh_roles_is_one_for_all_accounts()
    {
        _aws.Roles.Clear();
        _plan = _plan with { ThrottleLimit = 1 };

        var results = await Proof().TestAsync((await _aws.EverybodyAsync()).Accounts, default).ReadAllAsync();

        results.ShouldAllBe(result => result.Blocker == AccountBlocker.NoRole);
        _aws.Clock.Waited.ShouldBeLessThan(_plan.Patience + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_role_that_also_admits_who_says_no_external_id_fails()
    {
        Make(new FakeRole(Given.Collector, ExternalId: null, default));

        var result = await TestAsync();

        result.Blocker.ShouldBe(AccountBlocker.ExternalIdNotDemanded);
        result.WithoutExternalId.ShouldBe(RoleAnswer.Admitted);
        result.WithWrongExternalId.ShouldBe(RoleAnswer.Admitted);
        result.CanRead.ShouldBeNull();
    }

    [Fact]
    public async Task No_role_is_told_apart_from_a_trust_that_differs()
    {
        _aws.Roles.Clear();
        var none = await TestAsync();
        Make(new FakeRole(Given.Id(5), Given.ExternalIdText, default));
        var other = await TestAsync();
        Make(new FakeRole(Given.Collector, "another-id", default));
        var id = await TestAsync();

        none.Blocker.ShouldBe(AccountBlocker.NoRole);
        none.Remedy!.ShouldContain("Install-SonraiCollectorRole");
        other.Blocker.ShouldBe(AccountBlocker.TrustMismatch);
        other.Reason!.ShouldContain("not account 000000000002");
        id.Blocker.ShouldBe(AccountBlocker.TrustMismatch);
        id.Reason!.ShouldContain("another external id");
        id.Evidence.ShouldHaveSingleItem().ShouldContain("is not authorized to perform: sts:AssumeRole");
    }

    [Fact]
    public async Task A_role_under_another_path_is_told_of()
    {
        Make(new FakeRole(Given.Collector, Given.ExternalIdText, default, "/security/"));

        (await TestAsync()).Reason!.ShouldContain("under the path '/security/'");
    }

    [Fact]
    public async Task Where_nobody_can_look_inside_nothing_is_guessed()
    {
        _aws.Roles.Clear();
        _aws.Shut.Add(_third);

        (await TestAsync()).Blocker.ShouldBe(AccountBlocker.RoleNotAssumable);
    }

    [Theory]
    [InlineData("with an explicit deny in a service control policy", AccountBlocker.ScpDenied)]
    [InlineData("with an explicit deny in a resource control policy", AccountBlocker.RcpDenied)]
    [InlineData("because no permissions boundary allows the sts:AssumeRole action", AccountBlocker.BoundaryDenied)]
    [InlineData("because no session policy allows the sts:AssumeRole action", AccountBlocker.CallerRestricted)]
    [InlineData("because no VPC endpoint policy allows the sts:AssumeRole action", AccountBlocker.CallerRestricted)]
    [InlineData("because no identity-based policy allows the sts:AssumeRole action", AccountBlocker.CallerNotAllowed)]
    [InlineData("with an explicit deny in the role trust policy", AccountBlocker.TrustMismatch)]
    public async Task The_policy_that_AWS_names_is_the_blocker_at_once(string words, string blocker)
    {
        _aws.DenialOf = role => role.Account == _third
            ? $"User: arn:aws:sts::000000000002:assumed-role/x/y is not authorized to perform: sts:AssumeRole on resource: {role} {words}"
            : null;

        var result = await TestAsync();

        result.Blocker.ShouldBe(blocker);
        result.Evidence.ShouldHaveSingleItem().ShouldEndWith(words);
        result.Remedy.ShouldNotBeNullOrEmpty();
        _aws.Clock.Waited.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_trust_policy_that_AWS_names_without_a_deny_is_waited_for_since_a_changed_one_is_not_known_everywhere_at_once()
    {
        var denials = 2;
        _aws.DenialOf = role => role.Account == _third && denials-- > 0
            ? $"User: x is not authorized to perform: sts:AssumeRole on resource: {role} because no role trust policy allows the sts:AssumeRole action"
            : null;

        (await TestAsync()).HasPassed.ShouldBeTrue();

        _aws.Clock.Waited.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("with an explicit deny in a service control policy", AccountBlocker.ScpDenied)]
    [InlineData("because no permissions boundary allows the iam:GetAccountAuthorizationDetails action", AccountBlocker.BoundaryDenied)]
    [InlineData("because no identity-based policy allows the iam:GetAccountAuthorizationDetails action", AccountBlocker.ReadNotAllowed)]
    [InlineData("", AccountBlocker.ReadNotAllowed)]
    public async Task A_role_that_may_not_read_fails_by_the_policy_that_AWS_names(string words, string blocker)
    {
        _aws.ReadDenialOf = _ => $"User: x is not authorized to perform: iam:GetAccountAuthorizationDetails {words}";

        var result = await TestAsync();

        result.CanRead.ShouldBe(false);
        result.WithExternalId.ShouldBe(RoleAnswer.Admitted);
        result.Blocker.ShouldBe(blocker);
    }

    [Fact]
    public async Task STS_that_is_switched_off_in_the_region_and_AWS_out_of_reach_are_told_apart()
    {
        _aws.StsProblemOf = role => role.Account == _third ? StsProblems.RegionDisabled("AssumeRole", "RegionDisabledException") : null;
        var region = await TestAsync();
        _aws.StsProblemOf = role => role.Account == _third ? AwsProblems.Unreachable("AssumeRole", "no route") : null;
        var reach = await TestAsync();

        region.Blocker.ShouldBe(AccountBlocker.StsRegion);
        reach.Blocker.ShouldBe(AccountBlocker.NotTested);
    }

    [Fact]
    public async Task A_closed_account_is_not_asked()
    {
        var account = (await AccountAsync()) with { Status = "SUSPENDED" };

        var result = await Proof().TestAsync([account], default).SingleAsync();

        result.Blocker.ShouldBe(AccountBlocker.AccountClosed);
        result.WithExternalId.ShouldBeNull();
    }

    [Fact]
    public async Task The_collectors_keys_are_renewed_before_they_end()
    {
        var proof = Proof();
        await proof.TestAsync([await AccountAsync()], default).ReadAllAsync();
        var before = _aws.Count("AssumeRole");
        await Task.Delay(TimeSpan.FromMinutes(58), _aws.Clock);

        await proof.TestAsync([await AccountAsync()], default).ReadAllAsync();

        _aws.Count("AssumeRole").ShouldBe(before + 4);
    }

    [Fact]
    public async Task No_external_id_is_in_any_result()
    {
        Make(new FakeRole(Given.Collector, "another-id", default));

        var result = await TestAsync();

        string.Join('\n', [$"{result}", result.Reason, result.Remedy, .. result.Evidence]).ShouldNotContain(Given.ExternalIdText);
        result.Reason!.ShouldNotContain("another-id");
    }

    private void Make(FakeRole role) => _aws.Roles[(_third, "sonrai-collector-role")] = role;

    private AccountProof Proof() => new(_aws, new AwsAccess(), _plan, _aws.Clock);

    private async Task<OrgAccount> AccountAsync() => (await _aws.EverybodyAsync()).Accounts.Single(account => account.AccountId == _third.ToString());

    private async Task<AccountTestResult> TestAsync() => await Proof().TestAsync([await AccountAsync()], default).SingleAsync();
}
