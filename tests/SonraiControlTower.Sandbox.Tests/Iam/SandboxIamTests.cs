namespace SonraiControlTower.Sandbox.Tests.Iam;

public sealed class SandboxIamTests
{
    private static readonly PolicyDocument _trust =
        new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"222233334444"},"Action":"sts:AssumeRole"}]}""");

    private static readonly PolicyDocument _allow =
        new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}""");

    private static readonly IamIdentity _mine = IamIdentity.Role("mine");
    private readonly IIam _iam = new Cloud().Iam();

    [Fact]
    public async Task A_role_is_as_it_was_made()
    {
        var made = await _iam.Roles.CreateAsync(
            new NewRole { Name = "mine", Path = "/team/", TrustPolicy = _trust, Tags = new Dictionary<string, string> { ["a"] = "b" } }, default);

        made.Arn.ShouldBe($"arn:aws:iam::{Zones.Management}:role/team/mine");
        (await _iam.Roles.GetAsync("mine", default))!.Tags["a"].ShouldBe("b");
        (await _iam.Roles.GetAsync("other", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_is_used_once_in_whatever_case()
    {
        await MakeAsync();

        var refusal = await Should.ThrowAsync<SonraiException>(() => _iam.Roles.CreateAsync(new NewRole { Name = "MINE", TrustPolicy = _trust }, default));

        refusal.Problem.Id.ShouldBe("IamNameExists");
    }

    [Fact]
    public async Task A_role_with_policies_is_not_deleted()
    {
        await MakeAsync();
        await _iam.IdentityPolicies.AttachAsync(_mine, "arn:aws:iam::aws:policy/SecurityAudit", default);

        (await Should.ThrowAsync<SonraiException>(() => _iam.Roles.DeleteAsync("mine", default))).Problem.Id.ShouldBe("IamStillInUse");
        await _iam.IdentityPolicies.DetachAsync(_mine, "arn:aws:iam::aws:policy/SecurityAudit", default);
        await _iam.IdentityPolicies.PutInlineAsync(_mine, new InlinePolicy("one", _allow), default);
        (await Should.ThrowAsync<SonraiException>(() => _iam.Roles.DeleteAsync("mine", default))).Problem.Id.ShouldBe("IamStillInUse");
        await _iam.IdentityPolicies.DeleteInlineAsync(_mine, "one", default);
        await _iam.Roles.DeleteAsync("mine", default);

        (await _iam.Roles.GetAsync("mine", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Taking_away_what_is_not_there_does_nothing()
    {
        await _iam.Roles.DeleteAsync("nobody", default);
        await _iam.Policies.DeleteAsync($"arn:aws:iam::{Zones.Management}:policy/none", default);
        await MakeAsync();
        await _iam.IdentityPolicies.DetachAsync(_mine, "arn:aws:iam::aws:policy/SecurityAudit", default);
        await _iam.IdentityPolicies.DeleteInlineAsync(_mine, "none", default);
        await _iam.Roles.DeletePermissionsBoundaryAsync("mine", default);
    }

    [Fact]
    public async Task A_policy_of_AWSs_under_a_wrong_path_does_not_exist()
    {
        await MakeAsync();

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _iam.IdentityPolicies.AttachAsync(_mine, "arn:aws:iam::aws:policy/ViewOnlyAccess", default));

        refusal.Problem.Id.ShouldBe("IamNotFound");
        refusal.Message.ShouldContain("does not exist or is not attachable");
    }

    [Fact]
    public async Task Ten_policies_can_be_attached_and_no_more()
    {
        await MakeAsync();
        for (var number = 0; number < 10; number++)
        {
            var policy = await _iam.Policies.CreateAsync(new NewPolicy { Name = $"p{number}", Document = _allow }, default);
            await _iam.IdentityPolicies.AttachAsync(_mine, policy.Arn, default);
        }

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _iam.IdentityPolicies.AttachAsync(_mine, "arn:aws:iam::aws:policy/SecurityAudit", default));

        refusal.Problem.Id.ShouldBe("IamLimitExceeded");
        refusal.Message.ShouldContain("PoliciesPerRole: 10");
    }

    [Fact]
    public async Task A_policy_has_five_versions_and_never_a_number_twice()
    {
        var policy = await _iam.Policies.CreateAsync(new NewPolicy { Name = "p", Document = _allow }, default);
        for (var version = 2; version <= 5; version++)
        {
            await _iam.Policies.CreateVersionAsync(policy.Arn, _allow, setAsDefault: false, default);
        }

        (await Should.ThrowAsync<SonraiException>(() => _iam.Policies.CreateVersionAsync(policy.Arn, _allow, true, default)))
            .Problem.Id.ShouldBe("IamLimitExceeded");
        await _iam.Policies.DeleteVersionAsync(policy.Arn, "v5", default);
        var next = await _iam.Policies.CreateVersionAsync(policy.Arn, _allow, setAsDefault: true, default);

        next.VersionId.ShouldBe("v6");
        (await _iam.Policies.GetAsync(policy.Arn, default))!.DefaultVersionId.ShouldBe("v6");
        (await Should.ThrowAsync<SonraiException>(() => _iam.Policies.DeleteVersionAsync(policy.Arn, "v6", default))).Problem.Id.ShouldBe("IamStillInUse");
    }

    [Fact]
    public async Task A_policy_that_somebody_has_is_not_deleted()
    {
        await MakeAsync();
        var policy = await _iam.Policies.CreateAsync(new NewPolicy { Name = "p", Document = _allow }, default);
        await _iam.Roles.PutPermissionsBoundaryAsync("mine", policy.Arn, default);

        (await _iam.Policies.GetAsync(policy.Arn, default))!.BoundaryUsageCount.ShouldBe(1);
        (await Should.ThrowAsync<SonraiException>(() => _iam.Policies.DeleteAsync(policy.Arn, default))).Problem.Id.ShouldBe("IamStillInUse");
    }

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"iam:*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Perhaps","Principal":"*","Action":"sts:AssumeRole"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222233334444:role/nobody"},"Action":"sts:AssumeRole"}]}""")]
    [InlineData("nonsense")]
    public async Task A_trust_policy_that_is_none_is_refused(string json)
    {
        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _iam.Roles.CreateAsync(new NewRole { Name = "mine", TrustPolicy = new PolicyDocument(json) }, default));

        refusal.Problem.Id.ShouldBe("MalformedPolicy");
    }

    [Fact]
    public async Task A_trust_policy_beyond_the_quota_is_refused()
    {
        var accounts = string.Join(',', Enumerable.Range(0, 200).Select(number => $"\"{number:D12}\""));
        var long_ = new PolicyDocument($$"""{"Statement":[{"Effect":"Allow","Principal":{"AWS":[{{accounts}}]},"Action":"sts:AssumeRole"}]}""");

        var refusal = await Should.ThrowAsync<SonraiException>(() => _iam.Roles.CreateAsync(new NewRole { Name = "mine", TrustPolicy = long_ }, default));

        refusal.Message.ShouldContain("ACLSizePerRole: 2048");
    }

    [Fact]
    public async Task Of_AWSs_own_policies_those_in_use_are_told_with_their_documents()
    {
        var policies = await _iam.GetAccountAuthorizationDetailsAsync([IamKind.AwsManagedPolicy], default).ToListAsync();

        policies.ShouldAllBe(policy => ((IamPolicyDetail)policy).Policy.AttachmentCount > 0);
        policies.Select(policy => ((IamPolicyDetail)policy).Policy.Name).ShouldContain("AdministratorAccess");
        ((IamPolicyDetail)policies[0]).DefaultDocument!.Json.ShouldContain("\"*\"");
    }

    private Task<IamRole> MakeAsync() => _iam.Roles.CreateAsync(new NewRole { Name = "mine", TrustPolicy = _trust }, default);
}
