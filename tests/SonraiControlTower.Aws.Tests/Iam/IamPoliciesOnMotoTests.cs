using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IamPoliciesOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private static readonly NewPolicy _read = new() { Name = "read", Path = "/sonrai/", Document = Documents.Read, Description = "Reads" };

    [MotoFact]
    public async Task A_document_comes_back_byte_for_byte()
    {
        var policies = await OpenAsync();
        var made = await policies.CreateAsync(_read, default);

        var version = (await policies.GetVersionAsync(made.Arn, made.DefaultVersionId, default)).ShouldNotBeNull();

        version.Document.ShouldBe(Documents.Read);
        version.IsDefault.ShouldBeTrue();
    }

    [MotoFact]
    public async Task A_policy_is_read_back_as_it_was_made()
    {
        var policies = await OpenAsync();
        var made = await policies.CreateAsync(_read with { Tags = new Dictionary<string, string> { ["Ticket"] = "42" } }, default);

        var policy = (await policies.GetAsync(made.Arn, default)).ShouldNotBeNull();

        policy.Arn.ShouldBe($"arn:aws:iam::{Account}:policy/sonrai/read");
        policy.Description.ShouldBe("Reads");
        policy.DefaultVersionId.ShouldBe("v1");
        policy.AttachmentCount.ShouldBe(0);
        policy.Tags["Ticket"].ShouldBe("42");
        (await policies.GetAsync($"arn:aws:iam::{Account}:policy/nothing", default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task Versions_are_made_put_in_force_and_deleted()
    {
        var policies = await OpenAsync();
        var arn = (await policies.CreateAsync(_read, default)).Arn;

        var second = await policies.CreateVersionAsync(arn, Documents.Write, setAsDefault: false, default);
        second.ShouldSatisfyAllConditions(
            () => second.VersionId.ShouldBe("v2"),
            () => second.IsDefault.ShouldBeFalse());

        await policies.SetDefaultVersionAsync(arn, "v2", default);
        (await policies.ListVersionsAsync(arn, default).Select(version => (version.VersionId, version.IsDefault)).ToListAsync())
            .ShouldBe([("v1", false), ("v2", true)], ignoreOrder: true);
        (await Should.ThrowAsync<SonraiException>(() => policies.DeleteVersionAsync(arn, "v2", default))).Problem.Id.ShouldBe("IamStillInUse");

        await policies.DeleteVersionAsync(arn, "v1", default);
        await policies.DeleteAsync(arn, default);
        await policies.DeleteAsync(arn, default);
        (await policies.GetAsync(arn, default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task A_sixth_version_is_one_too_many()
    {
        var policies = await OpenAsync();
        var arn = (await policies.CreateAsync(_read, default)).Arn;
        for (var version = 2; version <= 5; version++)
        {
            await policies.CreateVersionAsync(arn, Documents.Write, setAsDefault: true, default);
        }

        var refused = await Should.ThrowAsync<SonraiException>(() => policies.CreateVersionAsync(arn, Documents.Write, setAsDefault: true, default));

        refused.Problem.Id.ShouldBe("IamLimitExceeded");
    }

    [MotoFact]
    public async Task What_is_not_a_policy_is_malformed()
    {
        var policies = await OpenAsync();

        var refused = await Should.ThrowAsync<SonraiException>(
            () => policies.CreateAsync(_read with { Document = new PolicyDocument("{}") }, default));

        refused.Problem.Id.ShouldBe("MalformedPolicy");
    }

    [MotoFact]
    public async Task A_role_gets_and_loses_policies()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        var role = IamIdentity.Role((await iam.Roles.CreateAsync(new() { Name = "reader", TrustPolicy = Documents.Trust }, default)).Name);
        var policy = await iam.Policies.CreateAsync(_read, default);

        await iam.IdentityPolicies.AttachAsync(role, policy.Arn, default);
        await iam.IdentityPolicies.AttachAsync(role, policy.Arn, default);
        await iam.IdentityPolicies.PutInlineAsync(role, new("inline", Documents.Write), default);

        (await iam.IdentityPolicies.ListAttachedAsync(role, default).SingleAsync()).ShouldBe(new AttachedPolicy("read", policy.Arn));
        (await iam.IdentityPolicies.ListInlineAsync(role, default).ToListAsync()).ShouldBe(["inline"]);
        (await iam.IdentityPolicies.GetInlineAsync(role, "inline", default)).ShouldBe(new InlinePolicy("inline", Documents.Write));

        await iam.IdentityPolicies.DetachAsync(role, policy.Arn, default);
        await iam.IdentityPolicies.DetachAsync(role, policy.Arn, default);
        await iam.IdentityPolicies.DeleteInlineAsync(role, "inline", default);
        (await iam.IdentityPolicies.ListAttachedAsync(role, default).CountAsync()).ShouldBe(0);
        (await iam.IdentityPolicies.GetInlineAsync(role, "inline", default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task The_accounts_own_policies_below_a_path_are_listed()
    {
        var policies = await OpenAsync();
        var below = await policies.CreateAsync(_read with { Name = "below", Path = "/team/a/" }, default);
        await policies.CreateAsync(_read with { Name = "beside", Path = "/" }, default);

        (await policies.ListAsync("/team/", default).Select(policy => policy.Arn).ToListAsync()).ShouldBe([below.Arn]);
        (await policies.ListAsync("/", default).Select(policy => policy.Name).ToListAsync()).ShouldBe(["below", "beside"], ignoreOrder: true);
    }

    [MotoFact]
    public async Task Who_has_a_policy_is_told_once()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        var policy = await iam.Policies.CreateAsync(_read, default);
        await iam.Roles.CreateAsync(new() { Name = "reader", TrustPolicy = Documents.Trust }, default);
        await iam.Users.CreateAsync(new() { Name = "ann" }, default);
        await iam.IdentityPolicies.AttachAsync(IamIdentity.Role("reader"), policy.Arn, default);
        await iam.IdentityPolicies.AttachAsync(IamIdentity.User("ann"), policy.Arn, default);

        (await iam.Policies.ListHoldersAsync(policy.Arn, default).ToListAsync()).ShouldBe(
            [new(IamIdentity.User("ann"), false), new(IamIdentity.Role("reader"), false)]);
    }

    [MotoFact]
    public async Task A_policys_tags_are_set_beside_those_that_are_there()
    {
        var policies = await OpenAsync();
        var policy = await policies.CreateAsync(_read with { Tags = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } }, default);

        await policies.TagAsync(policy.Arn, new Dictionary<string, string> { ["b"] = "3" }, default);

        (await policies.GetAsync(policy.Arn, default)).ShouldNotBeNull().Tags.ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" }, ignoreOrder: true);
    }

    private async Task<IIamPolicies> OpenAsync() => (await Aws.OpenIamAsync(Access, default)).Policies;
}
