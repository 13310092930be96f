namespace SonraiControlTower.Sandbox.Tests.Iam;

public sealed class CollectorReadsTests
{
    private readonly Cloud _cloud = new();

    [Theory]
    [InlineData(CollectorPolicy.SecurityAuditViewOnly)]
    [InlineData(CollectorPolicy.ReadOnlyAccess)]
    public async Task Either_choice_of_policies_lets_the_collector_read(string choice)
    {
        var iam = await AsCollectorAsync((RoleTemplateParameters.PolicyChoice, choice));

        var details = await iam.GetAccountAuthorizationDetailsAsync([], default).ToListAsync();

        details.OfType<IamRoleDetail>().ShouldContain(role => role.Role.Name == Cloud.Set);
        details.OfType<IamPolicyDetail>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_collector_cannot_write()
    {
        var iam = await AsCollectorAsync();

        var refusal = await Should.ThrowAsync<SonraiException>(() => iam.Roles.DeleteAsync(Cloud.Set, default));

        refusal.Problem.Id.ShouldBe("AwsAccessDenied");
        refusal.Message.ShouldContain("because no identity-based policy allows the iam:DeleteRole action");
    }

    [Fact]
    public async Task A_role_without_policies_reads_nothing()
    {
        var iam = await AsCollectorAsync();
        foreach (var policy in new[] { "SecurityAudit", "job-function/ViewOnlyAccess" })
        {
            await _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking)).IdentityPolicies.DetachAsync(
                IamIdentity.Role(Cloud.Set), $"arn:aws:iam::aws:policy/{policy}", default);
        }

        var denial = await DenialAsync(iam);

        denial.Policy.ShouldBe(DenyingPolicy.IdentityPolicy);
        denial.IsExplicit.ShouldBeFalse();
    }

    [Fact]
    public async Task A_boundary_without_the_action_denies()
    {
        var admin = _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking));
        var boundary = await admin.Policies.CreateAsync(
            new NewPolicy
            {
                Name = "bound",
                Document = new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"""),
            },
            default);
        var iam = await AsCollectorAsync((RoleTemplateParameters.PermissionsBoundaryArn, boundary.Arn));

        (await DenialAsync(iam)).Policy.ShouldBe(DenyingPolicy.PermissionsBoundary);
    }

    [Fact]
    public async Task A_service_control_policy_over_the_account_denies()
    {
        var iam = await AsCollectorAsync();
        _cloud.Zone.AttachServiceControlPolicy(
            Cloud.Tracking.ToString(), "no-iam", """{"Statement":[{"Effect":"Deny","Action":"iam:Get*","Resource":"*"}]}""");

        var denial = await DenialAsync(iam);

        denial.Policy.ShouldBe(DenyingPolicy.ServiceControlPolicy);
        denial.IsExplicit.ShouldBeTrue();
    }

    private async Task<IIam> AsCollectorAsync(params (string Key, string Value)[] parameters)
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged(parameters));
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        return _cloud.Iam(((AssumedRole)await _cloud.AssumeAsync(Cloud.Tracking)).Keys);
    }

    private static async Task<AccessDenial> DenialAsync(IIam iam)
    {
        var refusal = await Should.ThrowAsync<SonraiException>(async () => await iam.GetAccountAuthorizationDetailsAsync([], default).ToListAsync());
        return AccessDenial.Parse(refusal.Message);
    }
}
