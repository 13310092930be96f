using SonraiControlTower.TestKit.OrganizationsWire;

namespace SonraiControlTower.Aws.Tests.Credentials;

public sealed class RolesTests
{
    private const string Base = "[base]\naws_access_key_id = BASE\naws_secret_access_key = secret\n";

    [Fact]
    public async Task A_role_is_assumed_once_at_the_settled_region_with_its_external_id()
    {
        await using var sts = await FakeSts.StartAsync();
        await using var wire = await OrganizationsWire.StartAsync(new WireEstate(45));
        using var files = new SharedFiles(Role(sts, "external_id = for-our-eyes"), Base);
        using var aws = new AwsServices(files.Machine());
        var access = new AwsAccess { ProfileName = "audit", Region = "us-gov-west-1", EndpointUrl = wire.Endpoint };

        var organizations = await aws.OpenOrganizationsAsync(access, default);
        await organizations.ListAccountsAsync(default).CountAsync();
        await (await aws.OpenOrganizationsAsync(access, default)).DescribeOrganizationAsync(default);

        var (form, authorization) = sts.Requests.ShouldHaveSingleItem();
        form["RoleArn"].ShouldBe("arn:aws:iam::222222222222:role/Audit");
        form["ExternalId"].ShouldBe("for-our-eyes");
        authorization.ShouldContain("/us-gov-west-1/sts/");
        wire.Requests.ShouldAllBe(request => request.AccessKey == "ASIAROLE1");
    }

    [Fact]
    public async Task A_role_that_STS_refuses_is_a_problem_of_the_credentials()
    {
        await using var sts = await FakeSts.StartAsync();
        sts.Refusal = "AccessDenied";
        using var files = new SharedFiles(Role(sts), Base);

        var problem = await ProblemOf(files.Machine(), new AwsAccess { ProfileName = "audit", Region = "eu-west-1" });

        problem.Id.ShouldBe("CredentialsUnusable");
        problem.Message.ShouldBe("The AWS credentials cannot be used: Not you. (AccessDenied)");
    }

    [Fact]
    public async Task A_web_identity_without_its_token_is_a_problem_of_the_credentials()
    {
        var machine = new FakeMachine
        {
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/nowhere/sonrai-tests/token",
            ["AWS_ROLE_ARN"] = "arn:aws:iam::222222222222:role/Web",
        };

        var problem = await ProblemOf(machine, new AwsAccess { Region = "eu-west-1" });

        problem.Id.ShouldBe("CredentialsUnusable");
        problem.Message.ShouldContain("/nowhere/sonrai-tests/token");
    }

    [Fact]
    public async Task An_STS_that_is_not_there_is_a_problem_of_the_credentials()
    {
        using var files = new SharedFiles(
            "[profile audit]\nrole_arn = arn:aws:iam::222222222222:role/Audit\nsource_profile = base\nendpoint_url = http://127.0.0.1:9/\n", Base);

        var problem = await ProblemOf(files.Machine(), new AwsAccess { ProfileName = "audit", Region = "eu-west-1" });

        problem.Message.ShouldContain("AssumeRole for role arn:aws:iam::222222222222:role/Audit: ");
    }

    [Fact]
    public async Task A_web_identity_is_brought_to_the_settled_region()
    {
        await using var sts = await FakeSts.StartAsync();
        await using var wire = await OrganizationsWire.StartAsync(new WireEstate(1));
        using var files = new SharedFiles($"[default]\nendpoint_url = {sts.Endpoint}\n");
        var machine = files.Machine();
        machine["AWS_WEB_IDENTITY_TOKEN_FILE"] = files.Write("token", "a-web-identity-token");
        machine["AWS_ROLE_ARN"] = "arn:aws:iam::222222222222:role/Web";
        using var aws = new AwsServices(machine);

        var organizations = await aws.OpenOrganizationsAsync(new AwsAccess { Region = "eu-west-1", EndpointUrl = wire.Endpoint }, default);
        await organizations.DescribeOrganizationAsync(default);

        sts.Requests.ShouldHaveSingleItem().Form["WebIdentityToken"].ShouldBe("a-web-identity-token");
        wire.Requests.ShouldHaveSingleItem().AccessKey.ShouldBe("ASIAROLE1");
    }

    [Fact]
    public async Task A_role_that_wants_an_MFA_code_is_refused_before_anything_is_sent()
    {
        await using var sts = await FakeSts.StartAsync();
        using var files = new SharedFiles(Role(sts, "mfa_serial = arn:aws:iam::111111111111:mfa/me"), Base);

        var problem = await ProblemOf(files.Machine(), new AwsAccess { ProfileName = "audit", Region = "eu-west-1" });

        problem.Message.ShouldContain("MFA");
        sts.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sign_in_that_has_run_out_is_a_problem_of_the_credentials()
    {
        using var files = new SharedFiles($"""
            [profile sso]
            sso_account_id = 111111111111
            sso_role_name = Auditor
            sso_start_url = https://{Guid.NewGuid():N}.awsapps.com/start
            sso_region = eu-west-1
            """);

        var problem = await ProblemOf(files.Machine(), new AwsAccess { ProfileName = "sso", Region = "eu-west-1" });

        problem.Id.ShouldBe("CredentialsUnusable");
    }

    [Fact]
    public async Task A_process_that_fails_is_a_problem_of_the_credentials_that_repeats_none_of_its_words()
    {
        using var files = new SharedFiles("[profile process]\ncredential_process = echo hush-hush 1>&2 && exit 3\n");

        var problem = await ProblemOf(files.Machine(), new AwsAccess { ProfileName = "process", Region = "eu-west-1" });

        problem.Id.ShouldBe("CredentialsUnusable");
        problem.Message.ShouldNotContain("hush-hush");
    }

    private static string Role(FakeSts sts, string more = "") => $"""
        [profile audit]
        role_arn = arn:aws:iam::222222222222:role/Audit
        source_profile = base
        endpoint_url = {sts.Endpoint}
        {more}
        """;

    private static async Task<Problem> ProblemOf(FakeMachine machine, AwsAccess access)
    {
        await using var wire = await OrganizationsWire.StartAsync(new WireEstate(1));
        using var aws = new AwsServices(machine);
        var thrown = await Should.ThrowAsync<SonraiException>(async () =>
        {
            var organizations = await aws.OpenOrganizationsAsync(access with { EndpointUrl = wire.Endpoint }, default);
            await organizations.DescribeOrganizationAsync(default);
        });

        wire.Requests.ShouldBeEmpty();
        return thrown.Problem;
    }
}
