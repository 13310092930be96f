using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.EventBridge;

public sealed class EventBridgeTests
{
    [Fact]
    public async Task Pages_of_targets_make_one_stream()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("ListTargetsByRule", asked => asked["NextToken"] is null
            ? """{"Targets":[{"Id":"1","Arn":"arn:queue","DeadLetterConfig":{"Arn":"arn:dead"}}],"NextToken":"next"}"""
            : """{"Targets":[{"Id":"2","Arn":"arn:function"}]}""");
        var events = await fixture.Aws.OpenEventBridgeAsync(fixture.Access, default);

        var targets = await events.ListTargetsByRuleAsync("lifecycle", default).ToListAsync();

        targets.ShouldBe([new("1", "arn:queue", "arn:dead"), new("2", "arn:function", null)]);
        fixture.Wire.Requests[0].Headers["X-Amz-Target"].ShouldBe("AWSEvents.ListTargetsByRule");
        fixture.Wire.Requests[0].SignedFor.ShouldBe("eu-west-1/events");
    }

    [Theory]
    [InlineData("AccessDeniedException", "AwsAccessDenied")]
    [InlineData("ValidationException", "AwsRefused")]
    public async Task A_code_names_its_problem(string code, string problem)
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.Fail("DescribeRule", WireFaults.Refused(code, "No."));
        var events = await fixture.Aws.OpenEventBridgeAsync(fixture.Access, default);

        (await Should.ThrowAsync<SonraiException>(() => events.DescribeRuleAsync("lifecycle", default))).Problem.Id.ShouldBe(problem);
    }
}
