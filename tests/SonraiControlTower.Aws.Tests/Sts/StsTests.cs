using SonraiControlTower.Aws.Tests.Iam;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Sts;

public sealed class StsTests
{
    private const string Assumed = """
        <Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
        <Expiration>2026-01-01T12:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROA:sonrai</AssumedRoleId>
        <Arn>arn:aws:sts::222222222222:assumed-role/sonrai-collector-role/sonrai</Arn></AssumedRoleUser>
        """;

    private static readonly AssumeRoleRequest _request = new()
    {
        Role = RoleArn.Parse("arn:aws:iam::222222222222:role/sonrai/sonrai-collector-role"),
        SessionName = "sonrai",
    };

    [Fact]
    public async Task A_role_is_assumed_with_all_that_was_said()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("AssumeRole", _ => Assumed);

        var answer = await fixture.Sts.AssumeRoleAsync(
            _request with { ExternalId = ExternalId.Parse("for-our-eyes"), Duration = TimeSpan.FromMinutes(15), SessionPolicy = Documents.Read },
            default);

        answer.ShouldBe(new AssumedRole(
            new AwsKeys("ASIAROLE", "secret", "token"),
            new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero),
            "arn:aws:sts::222222222222:assumed-role/sonrai-collector-role/sonrai"));
        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked["RoleArn"].ShouldBe("arn:aws:iam::222222222222:role/sonrai/sonrai-collector-role");
        asked["RoleSessionName"].ShouldBe("sonrai");
        asked["ExternalId"].ShouldBe("for-our-eyes");
        asked["DurationSeconds"].ShouldBe("900");
        asked["Policy"].ShouldBe(Documents.Read.Json);
        asked.SignedFor.ShouldBe("eu-west-1/sts");
    }

    [Fact]
    public async Task Without_an_external_id_none_is_sent()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("AssumeRole", _ => Assumed);

        await fixture.Sts.AssumeRoleAsync(_request, default);

        fixture.Wire.Requests.ShouldHaveSingleItem().Names.ShouldBe(["RoleArn", "RoleSessionName"], ignoreOrder: true);
    }

    [Fact]
    public async Task That_a_role_is_denied_is_a_result_and_is_not_tried_again()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("AssumeRole", QueryFaults.Refused(
            "AccessDenied",
            "User: arn:aws:iam::111111111111:user/ann is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/x "
            + "with an explicit deny in a service control policy",
            403));

        var denied = (await fixture.Sts.AssumeRoleAsync(_request, default)).ShouldBeOfType<AssumeRoleDenied>();

        denied.Denial.Caller.ShouldBe("arn:aws:iam::111111111111:user/ann");
        denied.Denial.Policy.ShouldBe(DenyingPolicy.ServiceControlPolicy);
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("RegionDisabledException", 403, "StsRegionDisabled")]
    [InlineData("MalformedPolicyDocument", 400, "MalformedPolicy")]
    [InlineData("PackedPolicyTooLarge", 400, "MalformedPolicy")]
    [InlineData("ValidationError", 400, "IamRefused")]
    [InlineData("ExpiredToken", 403, "CredentialsUnusable")]
    public async Task A_code_names_its_problem(string code, int status, string problem)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("AssumeRole", QueryFaults.Refused(code, "No.", status));

        (await Should.ThrowAsync<SonraiException>(() => fixture.Sts.AssumeRoleAsync(_request, default))).Problem.Id.ShouldBe(problem);
    }

    [Fact]
    public async Task The_number_of_attempts_counts_and_a_page_of_HTML_is_a_server_error()
    {
        await using var fixture = await QueryFixture.StartAsync(attempts: 2);
        fixture.Wire.Fail("GetCallerIdentity", WireFaults.ServerError, WireFaults.ServerError, WireFaults.ServerError);

        var thrown = await Should.ThrowAsync<SonraiException>(() => fixture.Sts.GetCallerIdentityAsync(default));

        thrown.Problem.Id.ShouldBe("AwsServerError");
        fixture.Wire.Requests.Count.ShouldBe(2);
    }
}
