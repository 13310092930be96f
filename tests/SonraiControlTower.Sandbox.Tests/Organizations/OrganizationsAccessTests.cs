namespace SonraiControlTower.Sandbox.Tests.Organizations;

public sealed class OrganizationsAccessTests
{
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_member_may_ask_which_organization_it_belongs_to_and_no_more()
    {
        var member = await _cloud.Aws.OpenOrganizationsAsync(new AwsAccess().As(await _cloud.EnterAsync(Cloud.Billing)), default);

        (await member.DescribeOrganizationAsync(default)).Id.ShouldBe("o-exampleorgid");
        (await Should.ThrowAsync<SonraiException>(async () => await member.ListAccountsAsync(default).ToListAsync())).Problem.Id.ShouldBe("AwsAccessDenied");
    }

    [Fact]
    public async Task A_delegated_administrator_lists_the_accounts()
    {
        _cloud.Zone.RegisterDelegatedAdministrator(Cloud.Billing);
        var delegated = await _cloud.Aws.OpenOrganizationsAsync(new AwsAccess().As(await _cloud.EnterAsync(Cloud.Billing)), default);

        (await delegated.ListAccountsAsync(default).ToListAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_no_policy_for_it_gets_nothing()
    {
        var collector = await _cloud.Aws.OpenOrganizationsAsync(new AwsAccess { ProfileName = "collector" }, default);

        (await Should.ThrowAsync<SonraiException>(() => collector.DescribeOrganizationAsync(default))).Problem.Id.ShouldBe("AwsAccessDenied");
    }
}
