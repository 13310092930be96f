using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Sqs;

public sealed class SqsTests
{
    [Fact]
    public async Task A_queue_tells_how_much_is_in_it()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("GetQueueAttributes", _ => """
            {"Attributes":{"QueueArn":"arn:aws:sqs:eu-west-1:1:events","ApproximateNumberOfMessages":"3","ApproximateNumberOfMessagesNotVisible":"2",
            "RedrivePolicy":"{\"deadLetterTargetArn\":\"arn:dead\",\"maxReceiveCount\":5}"}}
            """);
        var sqs = await fixture.Aws.OpenSqsAsync(fixture.Access, default);

        var queue = await sqs.GetQueueAsync("https://sqs.eu-west-1.amazonaws.com/1/events", default);

        queue.ShouldBe(new SqsQueue("https://sqs.eu-west-1.amazonaws.com/1/events", "arn:aws:sqs:eu-west-1:1:events", 3, 2, "arn:dead"));
        fixture.Wire.Requests.ShouldHaveSingleItem().SignedFor.ShouldBe("eu-west-1/sqs");
    }

    [Theory]
    [InlineData("RequestThrottled")]
    [InlineData("ThrottlingException")]
    public async Task Being_asked_to_slow_down_says_so_in_the_end(string code)
    {
        await using var fixture = await AwsFixture.StartAsync(attempts: 2);
        var throttled = WireFaults.Refused(code, "Slower.", 403);
        fixture.Wire.Fail("GetQueueAttributes", throttled, throttled);
        var sqs = await fixture.Aws.OpenSqsAsync(fixture.Access, default);

        (await Should.ThrowAsync<SonraiException>(() => sqs.GetQueueAsync("https://sqs/1/events", default))).Problem.Id.ShouldBe("AwsThrottled");

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_without_its_numbers_is_not_one_of_AWS()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("GetQueueAttributes", _ => """{"Attributes":{"QueueArn":"arn"}}""");
        var sqs = await fixture.Aws.OpenSqsAsync(fixture.Access, default);

        var refused = await Should.ThrowAsync<SonraiException>(() => sqs.GetQueueAsync("https://sqs/1/events", default));

        refused.Problem.Id.ShouldBe("AwsUnexpectedAnswer");
        refused.Problem.Message.ShouldContain("ApproximateNumberOfMessages");
    }
}
