using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.EventBridge;

public sealed class EventBridgeOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task Rules_tell_what_they_take_and_where_they_send_it()
    {
        await Ground.MakeAsync(Aws, Access, $$"""
            Resources:
              Lifecycle:
                Type: AWS::Events::Rule
                Properties:
                  Name: lifecycle
                  EventPattern: { source: [aws.controltower] }
                  Targets: [{ Id: queue, Arn: 'arn:aws:sqs:us-east-1:{{Account}}:events' }]
              Hourly:
                Type: AWS::Events::Rule
                Properties:
                  Name: hourly
                  ScheduleExpression: rate(1 hour)
                  State: DISABLED
            """);
        var events = await Aws.OpenEventBridgeAsync(Access, default);

        var lifecycle = (await events.DescribeRuleAsync("lifecycle", default)).ShouldNotBeNull();
        var hourly = (await events.DescribeRuleAsync("hourly", default)).ShouldNotBeNull();

        lifecycle.Arn.ShouldBe($"arn:aws:events:us-east-1:{Account}:rule/lifecycle");
        lifecycle.IsEnabled.ShouldBeTrue();
        lifecycle.EventPattern.ShouldNotBeNull().ShouldContain("aws.controltower");
        lifecycle.ScheduleExpression.ShouldBeNull();
        hourly.IsEnabled.ShouldBeFalse();
        hourly.ScheduleExpression.ShouldBe("rate(1 hour)");
        (await events.ListTargetsByRuleAsync("lifecycle", default).SingleAsync())
            .ShouldBe(new EventTarget("queue", $"arn:aws:sqs:us-east-1:{Account}:events", null));
    }

    [MotoFact]
    public async Task A_rule_that_is_not_there_is_none_and_sends_nothing()
    {
        var events = await Aws.OpenEventBridgeAsync(Access, default);

        (await events.DescribeRuleAsync("nowhere", default)).ShouldBeNull();
        (await events.ListTargetsByRuleAsync("nowhere", default).CountAsync()).ShouldBe(0);
    }
}
