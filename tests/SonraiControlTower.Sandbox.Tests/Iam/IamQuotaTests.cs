namespace SonraiControlTower.Sandbox.Tests.Iam;

public sealed class IamQuotaTests
{
    private static readonly PolicyDocument _trust =
        new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"222233334444"},"Action":"sts:AssumeRole"}]}""");

    private readonly Cloud _cloud = new();

    [Theory]
    [InlineData(IamKind.Role, 10_240)]
    [InlineData(IamKind.User, 2_048)]
    public async Task Inline_policies_of_an_identity_have_a_size_together(string kind, int most)
    {
        var iam = _cloud.Iam();
        await iam.Roles.CreateAsync(new NewRole { Name = "one", TrustPolicy = _trust }, default);
        await iam.Users.CreateAsync(new NewUser { Name = "one" }, default);
        var identity = kind == IamKind.Role ? IamIdentity.Role("one") : IamIdentity.User("one");
        await iam.IdentityPolicies.PutInlineAsync(identity, new InlinePolicy("first", OfSize(1_000)), default);

        await iam.IdentityPolicies.PutInlineAsync(identity, new InlinePolicy("second", OfSize(most - 1_000)), default);
        var refusal = await Should.ThrowAsync<SonraiException>(
            () => iam.IdentityPolicies.PutInlineAsync(identity, new InlinePolicy("first", OfSize(1_001)), default));

        refusal.Problem.Id.ShouldBe("IamLimitExceeded");
        refusal.Message.ShouldContain($"Maximum policy size of {most} bytes exceeded for {kind.ToLowerInvariant()} one");
    }

    [Fact]
    public async Task Inline_policies_of_a_group_have_a_size_of_their_own()
    {
        var iam = _cloud.Iam(await _cloud.EnterAsync(SampleAccounts.Identity));
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.Group("readers"), new InlinePolicy("one", OfSize(5_120)), default);

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => iam.IdentityPolicies.PutInlineAsync(IamIdentity.Group("readers"), new InlinePolicy("one", OfSize(5_121)), default));

        refusal.Problem.Id.ShouldBe("IamLimitExceeded");
    }

    [Fact]
    public async Task A_managed_policy_has_6144_signs_without_white_space()
    {
        var policies = _cloud.Iam().Policies;

        await policies.CreateAsync(new NewPolicy { Name = "fits", Document = new(OfSize(6_144).Json.Replace(",", ",\n    ", StringComparison.Ordinal)) }, default);

        (await Should.ThrowAsync<SonraiException>(() => policies.CreateAsync(new NewPolicy { Name = "no", Document = OfSize(6_145) }, default)))
            .Problem.Id.ShouldBe("IamLimitExceeded");
    }

    [Theory]
    [InlineData("SonraiTicket", "a b_c.d:e/f=g+h-i@j é 7", null)]
    [InlineData("SonraiTicket", "", null)]
    [InlineData("SonraiTicket", "what, when", "IamRefused")]
    [InlineData("Sonrai(Ticket)", "x", "IamRefused")]
    [InlineData("", "x", "IamRefused")]
    public async Task Tags_have_letters_digits_spaces_and_a_few_signs(string key, string value, string? problem)
    {
        var iam = _cloud.Iam();
        var policy = await iam.Policies.CreateAsync(new NewPolicy { Name = "p", Document = OfSize(200) }, default);

        var refusal = await Xunit.Record.ExceptionAsync(() => iam.Policies.TagAsync(policy.Arn, new Dictionary<string, string> { [key] = value }, default));

        ((refusal as SonraiException)?.Problem.Id).ShouldBe(problem);
        (await iam.Policies.GetAsync(policy.Arn, default))!.Tags.Count.ShouldBe(problem is null ? 1 : 0);
    }

    [Fact]
    public async Task Tags_are_so_long_and_so_many()
    {
        var iam = _cloud.Iam();
        var policy = await iam.Policies.CreateAsync(
            new NewPolicy { Name = "p", Document = OfSize(200), Tags = Enumerable.Range(0, 49).ToDictionary(number => $"t{number}", _ => "v") }, default);

        await iam.Policies.TagAsync(policy.Arn, new Dictionary<string, string> { [new('k', 128)] = new('v', 256) }, default);
        await iam.Policies.TagAsync(policy.Arn, new Dictionary<string, string> { ["t0"] = "w" }, default);

        (await RefusalAsync("one-more", "v")).ShouldBe("IamLimitExceeded");
        (await RefusalAsync("t1", new('v', 257))).ShouldBe("IamRefused");
        (await iam.Policies.GetAsync(policy.Arn, default))!.Tags["t0"].ShouldBe("w");

        async Task<string> RefusalAsync(string key, string value) => (await Should.ThrowAsync<SonraiException>(
            () => iam.Policies.TagAsync(policy.Arn, new Dictionary<string, string> { [key] = value }, default))).Problem.Id;
    }

    /// <summary>A policy of so many signs.</summary>
    private static PolicyDocument OfSize(int signs)
    {
        const string Begin = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::""";
        const string End = "\"}]}";
        return new PolicyDocument(Begin + new string('x', signs - Begin.Length - End.Length) + End);
    }
}
