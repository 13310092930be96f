namespace SonraiControlTower.Sandbox.Tests.Policies;

public sealed class ControlPoliciesTests
{
    private const string Prod = "ou-q7xk-6bt9oi4w";
    private const string DenyCollector =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}]}""";

    private readonly Cloud _cloud = new();

    public ControlPoliciesTests() => _cloud.Zone.CreateRole(Cloud.Tracking, new NewRole
    {
        Name = "open",
        TrustPolicy = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}"""),
    });

    [Theory]
    [InlineData("r-q7xk")]
    [InlineData("ou-q7xk-4kd02mzs")]
    [InlineData("222233334444")]
    public async Task A_service_control_policy_above_the_caller_denies(string target)
    {
        _cloud.Zone.AttachServiceControlPolicy(target, "no-roles", DenyCollector);

        var denial = await DenialAsync();

        denial.Message.ShouldEndWith("with an explicit deny in a service control policy");
        denial.Policy.ShouldBe(DenyingPolicy.ServiceControlPolicy);
    }

    [Fact]
    public async Task A_service_control_policy_beside_the_caller_does_not_count()
    {
        _cloud.Zone.AttachServiceControlPolicy(Prod, "no-roles", DenyCollector);

        (await AssumeAsync()).ShouldBeOfType<AssumedRole>();
    }

    [Fact]
    public async Task The_management_account_is_not_bound()
    {
        _cloud.Zone.AttachServiceControlPolicy("r-q7xk", "nothing", """{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""");

        (await _cloud.AssumeAsync(Cloud.Tracking, "open", null, _cloud.Sts())).ShouldBeOfType<AssumedRole>();
    }

    [Fact]
    public async Task Where_nothing_is_attached_nothing_is_allowed()
    {
        _cloud.Zone.DetachServiceControlPolicy("ou-q7xk-4kd02mzs", "FullAWSAccess");

        (await DenialAsync()).Message.ShouldEndWith("because no service control policy allows the sts:AssumeRole action");
    }

    [Fact]
    public async Task A_resource_control_policy_above_the_role_denies()
    {
        _cloud.Zone.AttachResourceControlPolicy(
            Prod,
            "no-strangers",
            """
            {"Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Resource":"*",
              "Condition":{"StringNotEqualsIfExists":{"aws:PrincipalAccount":"111122223333"}}}]}
            """);

        var denial = await DenialAsync();

        denial.Message.ShouldEndWith("with an explicit deny in a resource control policy");
        denial.Policy.ShouldBe(DenyingPolicy.ResourceControlPolicy);
        (await _cloud.AssumeAsync(Cloud.Tracking, "open", null, _cloud.Sts())).ShouldBeOfType<AssumedRole>();
    }

    [Fact]
    public async Task A_policy_that_shuts_out_other_organizations_lets_the_own_one_in()
    {
        _cloud.Zone.AttachResourceControlPolicy(
            "r-q7xk",
            "own-organization",
            """
            {"Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Resource":"*",
              "Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}]}
            """);

        (await AssumeAsync()).ShouldBeOfType<AssumedRole>();
    }

    [Fact]
    public void A_target_that_does_not_exist_is_refused() =>
        Zones.Refusal(() => _cloud.Zone.AttachServiceControlPolicy("ou-q7xk-nowhere00", "x", DenyCollector)).Id.ShouldBe("AwsNotFound");

    [Fact]
    public void A_policy_that_is_none_is_refused() =>
        Zones.Refusal(() => _cloud.Zone.AttachServiceControlPolicy(Prod, "x", "{}")).Id.ShouldBe("MalformedPolicy");

    private Task<AssumeRoleAnswer> AssumeAsync() => _cloud.AssumeAsync(Cloud.Tracking, "open", null);

    private async Task<AccessDenial> DenialAsync() => (await AssumeAsync()).ShouldBeOfType<AssumeRoleDenied>().Denial;
}
