namespace SonraiControlTower.Sandbox.Tests.Estates;

public sealed class SampleGuardrailsTests
{
    private readonly LandingZone _zone = LandingZone.Sample(Zones.Clock());

    [Fact]
    public void The_organization_has_policies_of_both_types_beside_AWSs_own()
    {
        var policies = _zone.OrganizationPolicies;

        policies.ServiceControlPolicies.Select(policy => policy.Name).ShouldBe(["FullAWSAccess", "keep-the-records", "no-lasting-keys"]);
        policies.ResourceControlPolicies.Select(policy => policy.Name).ShouldBe(["RCPFullAWSAccess", "buckets-for-ourselves"]);
        policies.ServiceControlPolicies.Concat(policies.ResourceControlPolicies).ShouldAllBe(policy => policy.Targets.Count > 0);
    }

    [Theory]
    [InlineData("333366669999", "iam:CreateUser", false)]
    [InlineData("333366669999", "iam:CreateRole", true)]
    [InlineData("444455556666", "iam:CreateUser", true)]
    [InlineData("444455556666", "organizations:LeaveOrganization", false)]
    public void They_bind_the_roles_of_the_accounts_below(string account, string action, bool allowed)
    {
        var id = AccountId.Parse(account);
        var role = _zone.Iam.Of(id).Role(IamAccounts.ExecutionRole)!;
        var caller = Caller.SessionOf(id, role, "session", "aws");

        (_zone.Authorizer.Denial(_zone.Authorizer.Ask(caller, action, "*")) is null).ShouldBe(allowed);
    }

    [Fact]
    public void The_people_of_the_sandbox_are_two() =>
        _zone.Users.Select(user => user.Email).ShouldBe(["maren@example.com", "tomas@example.com"]);
}
