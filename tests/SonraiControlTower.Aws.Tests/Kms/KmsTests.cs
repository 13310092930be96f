using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Kms;

public sealed class KmsTests
{
    private const string Arn = "arn:aws:kms:eu-west-1:111111111111:key/a";

    [Theory]
    [InlineData("NotFoundException", "KmsKeyNotFound")]
    [InlineData("MalformedPolicyDocumentException", "MalformedPolicy")]
    [InlineData("KMSInvalidStateException", "KmsRefused")]
    [InlineData("AccessDeniedException", "AwsAccessDenied")]
    public async Task A_code_names_its_problem(string code, string problem)
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.Fail("PutKeyPolicy", WireFaults.Refused(code, "No."));
        var kms = await fixture.Aws.OpenKmsAsync(fixture.Access, default);

        var refused = await Should.ThrowAsync<SonraiException>(() => kms.PutKeyPolicyAsync(Arn, new("{}"), default));

        refused.Problem.Id.ShouldBe(problem);
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Being_asked_to_slow_down_is_not_failing_and_the_attempts_are_the_sessions()
    {
        await using var fixture = await AwsFixture.StartAsync(attempts: 2);
        var throttled = WireFaults.Refused("ThrottlingException", "Rate exceeded");
        fixture.Wire.On("GetKeyPolicy", _ => """{"Policy":"{}"}""").Fail("GetKeyPolicy", throttled).Fail("PutKeyPolicy", throttled, throttled, throttled);
        var kms = await fixture.Aws.OpenKmsAsync(fixture.Access, default);

        (await kms.GetKeyPolicyAsync(Arn, default)).Json.ShouldBe("{}");
        var thrown = await Should.ThrowAsync<SonraiException>(() => kms.PutKeyPolicyAsync(Arn, new("{}"), default));

        thrown.Problem.Id.ShouldBe("AwsThrottled");
        fixture.Wire.Requests.Count.ShouldBe(4);
        fixture.Wire.Requests[0].SignedFor.ShouldBe("eu-west-1/kms");
    }
}
