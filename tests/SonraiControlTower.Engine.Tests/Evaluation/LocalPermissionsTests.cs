using System.Collections.ObjectModel;

namespace SonraiControlTower.Engine.Tests.Evaluation;

public sealed class LocalPermissionsTests
{
    private static readonly AccountId _account = AccountId.Parse("111122223333");

    private static readonly HeldPolicy _reports = Requests.Held("Reports", """
        {"Version":"2012-10-17","Statement":[
        {"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::reports","arn:aws:s3:::reports/${aws:username}/*"]},
        {"Sid":"Keys","Effect":"Allow","Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}}},
        {"Sid":"NotPayroll","Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::reports/*/payroll/*"}]}
        """, "arn:aws:iam::111122223333:policy/Reports");

    private static readonly HeldPolicy _admin = Requests.Held("Admin", """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
        """, "arn:aws:iam::aws:policy/AdministratorAccess");

    [Fact]
    public async Task Without_a_resource_every_action_is_listed_with_the_patterns_that_it_is_allowed_on()
    {
        var answers = await List(new EffectivePermissionQuery { Principals = ["Ana"] });

        answers.Select(one => one.Action).ShouldBe(["kms:Decrypt", "s3:GetObject", "s3:ListBucket"]);
        var read = answers[1];
        read.PrincipalArn.ShouldBe("arn:aws:iam::111122223333:user/Ana");
        read.Resource.ShouldBeNull();
        read.Resources.ShouldBe(["arn:aws:s3:::reports", "arn:aws:s3:::reports/Ana/*"]);
        read.AccessLevels.ShouldBe(["Read"]);
    }

    [Fact]
    public async Task A_deny_on_a_part_makes_it_conditional_and_is_named()
    {
        var answers = await List(new EffectivePermissionQuery { Principals = ["Ana"], Actions = ["s3:GetObject"] });

        var answer = answers.ShouldHaveSingleItem();
        answer.Decision.ShouldBe(PermissionDecision.Conditional);
        answer.DecidingLayer.ShouldBe(PolicyLayer.IdentityPolicy);
        answer.DecidingPolicy.ShouldBe("arn:aws:iam::111122223333:policy/Reports");
        answer.DecidingStatement.ShouldBe("NotPayroll");
        answer.Reasons.ShouldContain("IdentityPolicy: Reports NotPayroll denies it on arn:aws:s3:::reports/*/payroll/*.");
    }

    [Fact]
    public async Task Keys_that_the_answer_depends_on_are_flagged()
    {
        var answers = await List(new EffectivePermissionQuery { Principals = ["Ana"], Actions = ["kms:*"] });

        var answer = answers.ShouldHaveSingleItem();
        answer.Decision.ShouldBe(PermissionDecision.Conditional);
        answer.ConditionKeys.ShouldBe(["kms:ViaService"]);
        answer.Resources.ShouldBe(["*"]);
    }

    [Fact]
    public async Task A_key_that_is_given_settles_it()
    {
        var context = new Dictionary<string, IReadOnlyList<string>> { ["KMS:viaservice"] = ["s3.eu-west-1.amazonaws.com"] };

        var answers = await List(new EffectivePermissionQuery { Principals = ["Ana"], Actions = ["kms:*"], Context = context });

        answers.ShouldHaveSingleItem().Decision.ShouldBe(PermissionDecision.Allowed);
    }

    [Fact]
    public async Task One_request_is_answered_with_its_reasons_even_where_it_is_denied()
    {
        var answers = await List(new EffectivePermissionQuery
        {
            Principals = ["arn:aws:iam::111122223333:USER/*"],
            Actions = ["s3:GetObject"],
            Resource = "arn:aws:s3:::reports/Ana/payroll/may.csv",
        });

        var answer = answers.ShouldHaveSingleItem();
        answer.Decision.ShouldBe(PermissionDecision.ExplicitlyDenied);
        answer.DecidingStatement.ShouldBe("NotPayroll");
        answer.Reasons.ShouldBe(["IdentityPolicy: Reports Read allows it.", "IdentityPolicy: Reports NotPayroll denies it."]);
    }

    [Fact]
    public async Task An_action_that_the_catalogue_does_not_know_is_answered_as_it_is_written()
    {
        var answers = await List(new EffectivePermissionQuery { Principals = ["Deploy"], Actions = ["brandnew:DoIt"], Resource = "*" });

        var answer = answers.ShouldHaveSingleItem();
        answer.Action.ShouldBe("brandnew:DoIt");
        answer.IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_of_the_estate_brings_its_trust()
    {
        var query = new EffectivePermissionQuery { Principals = ["Ana", "Deploy"], Actions = ["sts:AssumeRole"], Resource = "arn:aws:iam::111122223333:role/Deploy" };

        var answers = await List(query);

        answers.Select(one => (one.PrincipalArn, one.Decision, one.DecidingLayer)).ShouldBe(
        [
            ("arn:aws:iam::111122223333:role/Deploy", PermissionDecision.ImplicitlyDenied, PolicyLayer.TrustPolicy),
            ("arn:aws:iam::111122223333:user/Ana", PermissionDecision.Allowed, PolicyLayer.TrustPolicy),
        ]);
    }

    [Fact]
    public async Task A_session_policy_narrows_the_list()
    {
        var session = new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}""");

        var answers = await List(new EffectivePermissionQuery { Principals = ["Deploy"], SessionPolicy = session });

        answers.ShouldHaveSingleItem().Action.ShouldBe("s3:ListAllMyBuckets");
    }

    [Fact]
    public async Task Denied_actions_are_listed_if_they_are_asked_for()
    {
        var answers = await List(new EffectivePermissionQuery { Principals = ["Ana"], Actions = ["s3:*"], IncludeDenied = true });

        answers.Count.ShouldBe(ActionCatalog.Embedded.Matching("s3:*").Count);
        answers.ShouldContain(one => one.Action == "s3:PutObject" && one.Decision == PermissionDecision.ImplicitlyDenied);
    }

    [Fact]
    public async Task Only_sensitive_actions_have_a_class()
    {
        var answers = await List(new EffectivePermissionQuery { Principals = ["Deploy"], Actions = ["iam:*"], OnlySensitive = true });

        answers.ShouldNotBeEmpty();
        answers.ShouldAllBe(one => one.Sensitivity.Count > 0);
    }

    [Fact]
    public async Task What_is_wrong_with_the_question_is_told()
    {
        (await Wrong(new EffectivePermissionQuery { Principals = ["Nobody"] })).ShouldBe("PrincipalNotFound");
        (await Wrong(new EffectivePermissionQuery { SessionPolicy = new PolicyDocument("{}") })).ShouldBe("PolicyMalformed");
        (await Wrong(new EffectivePermissionQuery { ResourcePolicy = new PolicyDocument("{}") })).ShouldBe("ResourceMissing");
    }

    [Fact]
    public async Task A_policy_of_a_resource_says_whom_it_is_about_and_a_session_policy_does_not()
    {
        var nobodys = new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""");
        var somebodys = new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}""");

        (await Problem(new EffectivePermissionQuery { Resource = "arn:aws:s3:::a", ResourcePolicy = nobodys })).Message.ShouldEndWith("Statement 1 has no Principal, which a policy of a resource needs.");
        (await Problem(new EffectivePermissionQuery { SessionPolicy = somebodys })).Message.ShouldEndWith("Statement 1 has a Principal, which a session policy cannot have.");
    }

    [Fact]
    public async Task What_needs_no_permission_is_allowed_whatever_policies_say_and_listed_where_it_is_named()
    {
        var nothing = new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""");
        var query = new EffectivePermissionQuery { Principals = ["Ana", "Deploy"], SessionPolicy = nothing };

        var list = await List(query);
        var onOne = await List(query with { Resource = "arn:aws:s3:::reports/a" });
        var named = await List(query with { Actions = ["sts:GetCallerIdentity", "sts:GetSessionToken"] });
        var all = await List(query with { Actions = ["sts:*"], IncludeDenied = true });

        list.ShouldBeEmpty();
        onOne.ShouldBeEmpty();
        named.Select(one => (one.PrincipalArn.Split('/')[^1], one.Action, one.Decision, one.DecidingLayer)).ShouldBe(
        [
            ("Deploy", "sts:GetCallerIdentity", PermissionDecision.Allowed, PolicyLayer.None),
            ("Deploy", "sts:GetSessionToken", PermissionDecision.ExplicitlyDenied, PolicyLayer.SessionPolicy),
            ("Ana", "sts:GetCallerIdentity", PermissionDecision.Allowed, PolicyLayer.None),
            ("Ana", "sts:GetSessionToken", PermissionDecision.Allowed, PolicyLayer.None),
        ]);
        named[0].Resources.ShouldBe(["*"]);
        named[0].Reasons.ShouldBe(["AWS requires no permission for sts:GetCallerIdentity: no policy allows it or denies it."]);
        all.Where(one => one.IsAllowed).Select(one => one.Action).ShouldBe(["sts:GetCallerIdentity", "sts:GetCallerIdentity", "sts:GetSessionToken"]);
    }

    private static async Task<string> Wrong(EffectivePermissionQuery query) =>
        (await Problem(query)).Id;

    private static async Task<Problem> Problem(EffectivePermissionQuery query) =>
        (await Should.ThrowAsync<SonraiException>(async () => await List(query))).Problem;

    private static async Task<List<SonraiEffectivePermission>> List(EffectivePermissionQuery query)
    {
        var trust = Policy.Parse("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/Ana"},"Action":"sts:AssumeRole"}]}
            """);
        var estate = new Estate(
            [new AccountIdentities(_account, [Principal(IamKind.Role, "Deploy", _admin) with { Trust = trust }, Principal(IamKind.User, "Ana", _reports)], [], Guardrails.None)],
            null);
        return await new LocalPermissions(() => estate, () => ActionCatalog.Embedded).ListAsync(query, default).ToListAsync();
    }

    private static Principal Principal(string kind, string name, HeldPolicy policy) => new()
    {
        Arn = $"arn:aws:iam::{_account}:{(kind is IamKind.Role ? "role" : "user")}/{name}",
        Kind = kind,
        Account = _account,
        Name = name,
        Path = "/",
        CreatedAt = DateTimeOffset.UnixEpoch,
        OwnPolicies = [policy],
        Tags = ReadOnlyDictionary<string, string>.Empty,
    };
}
