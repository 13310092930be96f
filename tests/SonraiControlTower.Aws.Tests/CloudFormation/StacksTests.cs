using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class StacksTests
{
    private const string Described =
        "<Stacks><member><StackId>arn:stack/1</StackId><StackName>sonrai-collector-role</StackName><StackStatus>UPDATE_COMPLETE</StackStatus></member></Stacks>";

    [Fact]
    public async Task That_there_is_nothing_to_update_is_a_result()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("UpdateStack", QueryFaults.Refused("ValidationError", "No updates are to be performed."));
        fixture.Wire.On("DescribeStacks", _ => Described);

        (await fixture.CloudFormation.Stacks.UpdateAsync(CollectorRoll.Stack(), default)).ShouldBe(new StackUpdate("arn:stack/1", HadNothingToDo: true));
    }

    [Fact]
    public async Task A_request_that_was_received_before_is_looked_up()
    {
        await using var fixture = await QueryFixture.StartAsync();
        var received = QueryFaults.Refused("TokenAlreadyExistsException", "The token exists.");
        fixture.Wire.Fail("CreateStack", received).Fail("UpdateStack", received).Fail("DeleteStack", received);
        fixture.Wire.On("DescribeStacks", _ => Described);

        (await fixture.CloudFormation.Stacks.CreateAsync(CollectorRoll.Stack(), default)).ShouldBe("arn:stack/1");
        (await fixture.CloudFormation.Stacks.UpdateAsync(CollectorRoll.Stack(), default)).StackId.ShouldBe("arn:stack/1");
        await fixture.CloudFormation.Stacks.DeleteAsync("sonrai-collector-role", OperationId.New(), default);
    }

    [Fact]
    public async Task Another_validation_error_is_a_refusal()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("UpdateStack", QueryFaults.Refused("ValidationError", "Stack is in UPDATE_IN_PROGRESS state and can not be updated."));

        var refused = await Should.ThrowAsync<SonraiException>(() => fixture.CloudFormation.Stacks.UpdateAsync(CollectorRoll.Stack(), default));

        refused.Problem.Id.ShouldBe("CloudFormationRefused");
        refused.Problem.Message.ShouldContain("UPDATE_IN_PROGRESS");
    }

    [Fact]
    public async Task Tags_that_are_not_given_stay_and_tags_that_are_none_go()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("UpdateStack", _ => "<StackId>arn:stack/1</StackId>");

        await fixture.CloudFormation.Stacks.UpdateAsync(CollectorRoll.Stack() with { Tags = null, TemplateBody = null }, default);
        await fixture.CloudFormation.Stacks.UpdateAsync(CollectorRoll.Stack() with { Tags = new Dictionary<string, string>() }, default);

        var asked = fixture.Wire.Asked("UpdateStack");
        asked[0].Names.ShouldNotContain(name => name.StartsWith("Tags", StringComparison.Ordinal));
        asked[0]["UsePreviousTemplate"].ShouldBe("true");
        asked[1]["Tags"].ShouldBe("");
    }

    [Fact]
    public async Task Pages_of_events_make_one_stream()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("DescribeStackEvents", asked => asked["NextToken"] is null
            ? $"<StackEvents>{Event(2)}</StackEvents><NextToken>next</NextToken>"
            : $"<StackEvents>{Event(1)}</StackEvents>");

        var events = await fixture.CloudFormation.Stacks.ListEventsAsync("sonrai-collector-role", default).ToListAsync();

        events.Select(one => one.EventId).ShouldBe(["2", "1"]);
        events[0].At.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 2, 500, TimeSpan.Zero));
        events[0].StatusReason.ShouldBe("The role <x> exists.");
    }

    private static string Event(int number) => $"""
        <member><EventId>{number}</EventId><Timestamp>2026-01-01T00:00:0{number}.500Z</Timestamp><LogicalResourceId>CollectorRole</LogicalResourceId>
        <ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>The role &lt;x&gt; exists.</ResourceStatusReason></member>
        """;
}
