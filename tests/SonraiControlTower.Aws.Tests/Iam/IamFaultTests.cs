using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IamFaultTests
{
    private const string Arn = "arn:aws:iam::222222222222:policy/read";
    private const string Version = "<PolicyVersion><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion></PolicyVersion>";

    [Theory]
    [InlineData("NoSuchEntity", 404, "IamNotFound")]
    [InlineData("EntityAlreadyExists", 409, "IamNameExists")]
    [InlineData("LimitExceeded", 409, "IamLimitExceeded")]
    [InlineData("DeleteConflict", 409, "IamStillInUse")]
    [InlineData("MalformedPolicyDocument", 400, "MalformedPolicy")]
    [InlineData("UnmodifiableEntity", 400, "IamUnmodifiable")]
    [InlineData("ConcurrentModification", 409, "IamChangedMeanwhile")]
    [InlineData("EntityTemporarilyUnmodifiable", 409, "IamChangedMeanwhile")]
    [InlineData("InvalidInput", 400, "IamRefused")]
    [InlineData("PolicyNotAttachable", 400, "IamRefused")]
    [InlineData("AccessDenied", 403, "AwsAccessDenied")]
    [InlineData("InvalidClientTokenId", 403, "CredentialsUnusable")]
    public async Task A_code_names_its_problem(string code, int status, string problem)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("AttachRolePolicy", QueryFaults.Refused(code, "No.", status));

        var refused = await Should.ThrowAsync<SonraiException>(
            () => fixture.Iam.IdentityPolicies.AttachAsync(IamIdentity.Role("reader"), Arn, default));

        refused.Problem.Id.ShouldBe(problem);
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("cut", null)]
    [InlineData("server error", null)]
    [InlineData("unreadable", null)]
    [InlineData("cut", "adaptive")]
    [InlineData("server error", "adaptive")]
    [InlineData("cut", "legacy")]
    public async Task What_would_be_there_twice_is_sent_once_when_its_answer_is_lost(string fault, string? mode)
    {
        await using var fixture = await QueryFixture.StartAsync(mode: mode);
        fixture.Wire.Fail("CreatePolicyVersion", Fault(fault)).On("CreatePolicyVersion", _ => Version);

        var lost = await Should.ThrowAsync<SonraiException>(
            () => fixture.Iam.Policies.CreateVersionAsync(Arn, Documents.Read, setAsDefault: true, default));

        lost.Problem.Id.ShouldBe("AwsAnswerLost");
        lost.Problem.Message.ShouldContain("iam:CreatePolicyVersion");
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_AWS_did_not_do_for_being_called_too_often_is_sent_again()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("CreatePolicyVersion", QueryFaults.Throttled).On("CreatePolicyVersion", _ => Version);

        (await fixture.Iam.Policies.CreateVersionAsync(Arn, Documents.Read, setAsDefault: true, default)).VersionId.ShouldBe("v2");

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_never_left_is_not_lost()
    {
        var fixture = await QueryFixture.StartAsync(attempts: 2);
        await fixture.Wire.DisposeAsync();

        var thrown = await Should.ThrowAsync<SonraiException>(
            () => fixture.Iam.Policies.CreateVersionAsync(Arn, Documents.Read, setAsDefault: true, default));

        thrown.Problem.Id.ShouldBe("AwsUnreachable");
    }

    [Fact]
    public async Task What_does_the_same_twice_is_sent_again()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("PutRolePolicy", WireFaults.Cut).On("PutRolePolicy", _ => "");

        await fixture.Iam.IdentityPolicies.PutInlineAsync(IamIdentity.Role("reader"), new("read", Documents.Read), default);

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_deletion_whose_first_answer_was_lost_is_done()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("DeleteRole", WireFaults.Cut, QueryFaults.Refused("NoSuchEntity", "Gone.", 404));

        await fixture.Iam.Roles.DeleteAsync("reader", default);

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    private static WireFault Fault(string name) => name switch
    {
        "cut" => WireFaults.Cut,
        "server error" => WireFaults.ServerError,
        _ => QueryFaults.Answered("<html>"),
    };
}
