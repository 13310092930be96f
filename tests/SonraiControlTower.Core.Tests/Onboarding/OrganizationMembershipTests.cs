using SonraiControlTower.Core.Tests.Ports;
using static SonraiControlTower.Core.Tests.Onboarding.Onboard;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class OrganizationMembershipTests
{
    private readonly FakeOrganizations _organizations = new();

    [Fact]
    public async Task A_bare_id_is_looked_up()
    {
        var account = _organizations.AddAccount(_organizations.Root, status: "SUSPENDED");

        var (resolved, problem) = await Membership().ResolveAsync(AccountId.Parse(account.AccountId), given: null, default);

        resolved.ShouldBe(account);
        problem.ShouldBeNull();
    }

    [Fact]
    public async Task An_account_that_the_organization_listed_is_believed()
    {
        var account = _organizations.AddAccount(_organizations.Root);

        var (resolved, problem) = await Membership().ResolveAsync(First, account, default);

        resolved.ShouldBe(account);
        problem.ShouldBeNull();
        _organizations.Requests.ShouldBe(["DescribeOrganization"]);
    }

    [Fact]
    public async Task An_id_that_the_organization_does_not_have_is_refused()
    {
        var (resolved, problem) = await Membership().ResolveAsync(Second, given: null, default);

        resolved.AccountId.ShouldBe(Second.ToString());
        problem!.Id.ShouldBe("AccountNotInOrganization");
        problem.Message.ShouldContain("o-exampleorgid");
    }

    [Fact]
    public async Task An_account_of_another_organization_is_refused()
    {
        var stranger = Account(First) with { Arn = $"arn:aws:organizations::999999999999:account/o-otherorgid/{First}" };

        var (_, problem) = await Membership().ResolveAsync(First, stranger, default);

        problem!.Id.ShouldBe("AccountNotInOrganization");
    }

    [Fact]
    public async Task Without_access_to_the_organization_accounts_are_taken_as_given_with_one_warning()
    {
        var membership = new OrganizationMembership(_ => throw new SonraiException(AwsProblems.NoCredentials));

        var (first, problem) = await membership.ResolveAsync(First, given: null, default);
        await membership.ResolveAsync(Second, given: null, default);

        first.IsActive.ShouldBeTrue();
        problem.ShouldBeNull();
        membership.TakeWarning().ShouldNotBeNull().ShouldContain(AwsProblems.NoCredentials.Message);
        membership.TakeWarning().ShouldBeNull();
    }

    [Fact]
    public async Task An_organization_that_cannot_be_reached_is_not_taken_for_missing_access()
    {
        var membership = new OrganizationMembership(
            _ => throw new SonraiException(AwsProblems.Unreachable("DescribeOrganization", "the line is dead.")));

        (await membership.ResolveAsync(First, given: null, default).AsTask().RefusalAsync()).Id.ShouldBe("AwsUnreachable");
    }

    private OrganizationMembership Membership() => new(_ => Task.FromResult<IOrganizations>(_organizations));
}
