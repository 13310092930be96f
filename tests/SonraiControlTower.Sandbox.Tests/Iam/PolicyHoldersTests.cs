namespace SonraiControlTower.Sandbox.Tests.Iam;

public sealed class PolicyHoldersTests
{
    private static readonly PolicyDocument _trust =
        new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"222233334444"},"Action":"sts:AssumeRole"}]}""");

    private static readonly NewPolicy _policy = new()
    {
        Name = "shared",
        Path = "/team/",
        Document = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}"""),
        Description = "Lists buckets",
        Tags = new Dictionary<string, string> { ["team"] = "a" },
    };

    private readonly IIam _iam = new Cloud().Iam();

    [Fact]
    public async Task Who_has_a_policy_both_ways_comes_twice()
    {
        var policy = await _iam.Policies.CreateAsync(_policy, default);
        await _iam.Roles.CreateAsync(new NewRole { Name = "web", TrustPolicy = _trust, PermissionsBoundaryArn = policy.Arn }, default);
        await _iam.Users.CreateAsync(new NewUser { Name = "ann" }, default);
        await _iam.IdentityPolicies.AttachAsync(IamIdentity.Role("web"), policy.Arn, default);
        await _iam.IdentityPolicies.AttachAsync(IamIdentity.User("ann"), policy.Arn, default);

        (await _iam.Policies.ListHoldersAsync(policy.Arn, default).ToListAsync()).ShouldBe(
            [new(IamIdentity.User("ann"), false), new(IamIdentity.Role("web"), false), new(IamIdentity.Role("web"), true)]);
        (await Should.ThrowAsync<SonraiException>(async () => await _iam.Policies.ListHoldersAsync(policy.Arn + "2", default).ToListAsync())).Problem.Id.ShouldBe("IamNotFound");
    }

    [Fact]
    public async Task A_listing_of_policies_tells_neither_tags_nor_descriptions_and_a_look_at_one_does()
    {
        var policy = await _iam.Policies.CreateAsync(_policy, default);
        await _iam.Policies.CreateAsync(_policy with { Name = "beside", Path = "/" }, default);

        var listed = await _iam.Policies.ListAsync("/team/", default).SingleAsync();

        listed.Arn.ShouldBe(policy.Arn);
        (listed.Description, listed.Tags.Count).ShouldBe((null, 0));
        var told = (await _iam.Policies.GetAsync(policy.Arn, default))!;
        (told.Description, told.Tags["team"]).ShouldBe(("Lists buckets", "a"));
        var detail = (await _iam.GetAccountAuthorizationDetailsAsync([IamKind.LocalManagedPolicy], default).ToListAsync())
            .OfType<IamPolicyDetail>().Single(one => one.Arn == policy.Arn);
        detail.Policy.Tags.ShouldBeEmpty();
    }
}
