namespace SonraiControlTower.Sandbox.Tests.Organizations;

public sealed class OrganizationPoliciesTests
{
    private const string Prod = "ou-q7xk-6bt9oi4w";
    private const string Deny = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}]}""";
    private readonly LandingZone _zone = LandingZone.Sample(new PromptClock());

    [Fact]
    public async Task What_the_ports_tell_is_what_the_engine_is_given()
    {
        _zone.AttachServiceControlPolicy(Prod, "keep-buckets", Deny);
        _zone.DetachServiceControlPolicy(Prod, "FullAWSAccess");

        var read = await new OrganizationPoliciesReader(new SandboxOrganizations(_zone)).ReadAsync(default);

        var given = _zone.OrganizationPolicies;
        read.OrganizationId.ShouldBe(given.OrganizationId);
        read.ManagementAccount.ShouldBe(given.ManagementAccount);
        read.Parents.ShouldBe(given.Parents, ignoreOrder: true);
        Written(read.ServiceControlPolicies).ShouldBe(Written(given.ServiceControlPolicies));
        Written(read.ResourceControlPolicies).ShouldBe(Written(given.ResourceControlPolicies));

        static IEnumerable<string> Written(IEnumerable<OrganizationPolicy> policies) =>
            policies.Where(policy => policy.Targets.Count > 0).Select(policy => $"{policy.Id} {policy.Name} {policy.Document} {string.Join(' ', policy.Targets)}");
    }

    [Fact]
    public void AWSs_own_policy_is_everywhere_but_where_it_was_detached()
    {
        _zone.AttachServiceControlPolicy(Prod, "keep-buckets", Deny);
        _zone.DetachServiceControlPolicy(Prod, "FullAWSAccess");

        var policies = _zone.OrganizationPolicies;

        var full = policies.ServiceControlPolicies.Single(policy => policy.Name == "FullAWSAccess");
        full.Id.ShouldBe("p-FullAWSAccess");
        full.Targets.ShouldBe(policies.Parents.Keys.Append("r-q7xk").Except([Prod]), ignoreOrder: true);
        policies.ServiceControlPolicies.Single(policy => policy.Name == "keep-buckets").Targets.ShouldBe([Prod]);
    }

    [Fact]
    public void One_policy_says_the_same_wherever_it_is_attached()
    {
        _zone.AttachServiceControlPolicy(Prod, "guard", Deny);
        _zone.AttachServiceControlPolicy("r-q7xk", "guard", """{"Statement":[]}""");

        _zone.OrganizationPolicies.ServiceControlPolicies.Single(policy => policy.Name == "guard").Document.Json.ShouldBe("""{"Statement":[]}""");
    }

    [Fact]
    public async Task Targets_come_in_pages_and_an_unknown_policy_has_none()
    {
        var aws = new SandboxAws(_zone);
        var organizations = await aws.OpenOrganizationsAsync(new AwsAccess(), default);

        (await organizations.ListTargetsForPolicyAsync("p-FullAWSAccess", default).CountAsync()).ShouldBeGreaterThan(20);
        aws.RequestCounts["ListTargetsForPolicy"].ShouldBeGreaterThan(1);
        (await organizations.DescribePolicyAsync("p-none0001", default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(async () => await organizations.ListTargetsForPolicyAsync("p-none0001", default).ToListAsync())).Problem.Id.ShouldBe("AwsNotFound");
        (await Should.ThrowAsync<SonraiException>(async () => await organizations.ListPoliciesAsync("TAG_POLICY", default).ToListAsync())).Problem.Id.ShouldBe("AwsRefused");
    }

    [Fact]
    public async Task A_member_may_not_list_policies()
    {
        var cloud = new Cloud();
        var organizations = await cloud.Aws.OpenOrganizationsAsync(new AwsAccess().As(await cloud.EnterAsync(Cloud.Tracking)), default);

        (await Should.ThrowAsync<SonraiException>(async () => await organizations.ListPoliciesAsync(OrganizationPolicyType.ServiceControl, default).ToListAsync()))
            .Problem.Id.ShouldBe("AwsAccessDenied");
    }
}
