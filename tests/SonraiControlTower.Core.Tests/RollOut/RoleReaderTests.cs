using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

public sealed class RoleReaderTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 6);

    [Fact]
    public async Task Every_account_has_its_state_from_listings_alone()
    {
        _aws.CloudFormation.FailureOf = id => id == Given.Id(4) ? "no execution role" : null;
        await _aws.InstallAsync();
        var before = _aws.Requests.Count;

        var states = await ReadAsync(inspect: false);

        states.Count.ShouldBe(6);
        Of(states, 2).Status.ShouldBe(CollectorRoleCondition.Current);
        Of(states, 1).Status.ShouldBe(CollectorRoleCondition.Current);
        Of(states, 4).Status.ShouldBe(CollectorRoleCondition.Outdated);
        Of(states, 4).Reason.ShouldBe("no execution role");
        states.ShouldAllBe(state => state.Drift.Count == 0 && !state.IsInspected);
        _aws.Requests.Skip(before).ShouldNotContain("AssumeRole");
    }

    [Fact]
    public async Task Another_template_is_drift()
    {
        _aws.CloudFormation.Add(Given.Plan.Define() with { TemplateBody = "older" }, Given.Id(2));

        Of(await ReadAsync(inspect: false), 2).Drift.ShouldHaveSingleItem().ShouldContain("template");
    }

    [Fact]
    public async Task Looked_at_from_inside_trust_policies_and_boundary_are_compared()
    {
        await _aws.InstallAsync();
        Change(2, role => role with { ExternalId = null });
        Change(3, role => role with { Trusted = Given.Id(5) });
        Change(4, role => role with { Policies = [.. role.Policies, "arn:aws:iam::aws:policy/AdministratorAccess"], Boundary = "arn:aws:iam::aws:policy/PowerUserAccess" });
        _aws.Roles.TryRemove((Given.Id(5), "sonrai-collector-role"), out _);

        var states = await ReadAsync(inspect: true);

        Of(states, 2).Drift.ShouldBe(["Its trust differs: it asks for no external id."]);
        Of(states, 3).Drift.ShouldHaveSingleItem().ShouldContain("it trusts arn:aws:iam::000000000005:root, not account 000000000002");
        Of(states, 4).Drift.ShouldContain("It has the policy arn:aws:iam::aws:policy/AdministratorAccess besides.");
        Of(states, 4).Drift.ShouldContain(text => text.StartsWith("Its boundary is"));
        Of(states, 5).Drift.ShouldHaveSingleItem().ShouldContain("There is no role");
        Of(states, 6).Drift.ShouldBeEmpty();
        states.ShouldAllBe(state => state.IsInspected);
    }

    [Fact]
    public async Task An_account_that_nobody_can_look_into_says_so()
    {
        await _aws.InstallAsync();
        _aws.Shut.Add(Given.Id(3));

        var state = Of(await ReadAsync(inspect: true), 3);

        state.IsInspected.ShouldBeFalse();
        state.Reason!.ShouldContain("Nobody could look into the account");
    }

    [Fact]
    public async Task An_instance_in_an_account_that_left_is_told_of()
    {
        var scope = await _aws.EverybodyAsync();
        await _aws.InstallAsync();
        _aws.Organizations.Remove(scope.Accounts.Single(account => account.AccountId == "000000000005"));

        Of(await ReadAsync(inspect: false), 5).Reason.ShouldBe("The account is not in the organization.");
    }

    [Fact]
    public async Task Without_a_set_that_is_refused_by_name() =>
        (await ReadAsync(inspect: false).RefusalAsync()).Id.ShouldBe("CollectorRoleNotInstalled");

    private async Task<List<CollectorRoleState>> ReadAsync(bool inspect) =>
        await new RoleReader(_aws, new AwsAccess(), Given.Plan)
            .ReadAsync((await _aws.EverybodyAsync()).Accounts, everything: true, inspect, throttleLimit: 4, default).ReadAllAsync();

    private static CollectorRoleState Of(List<CollectorRoleState> states, int number) => states.Single(state => state.AccountId == Given.Id(number).ToString());

    private void Change(int number, Func<FakeRole, FakeRole> change)
    {
        var key = (Given.Id(number), "sonrai-collector-role");
        _aws.Roles[key] = change(_aws.Roles[key]);
    }
}
