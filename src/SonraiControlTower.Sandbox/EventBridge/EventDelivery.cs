namespace SonraiControlTower.Sandbox;

/// <summary>
/// How EventBridge reaches a rule's targets: a queue by its policy, a function by its permissions, another bus by a role
/// (<see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html">permissions of targets</see>). What cannot be
/// delivered goes to the target's dead-letter queue, or is lost.
/// </summary>
internal sealed class EventDelivery(LandingZone zone)
{
    public void Send(RuleState rule, Happening happening)
    {
        foreach (var target in rule.Targets.ToList())
        {
            if (!Deliver(rule, target, happening)
                && target.DeadLetterArn is { } dead
                && zone.Queues.Find(dead) is { } letters
                && MayWrite(rule, "sqs:SendMessage", letters.Guarded))
            {
                zone.Queues.Send(letters, happening.Text);
            }
        }
    }

    private bool Deliver(RuleState rule, RuleTarget target, Happening happening)
    {
        var text = target.Input ?? happening.Text;
        switch (target.Arn.Split(':'))
        {
            case [_, _, "sqs", ..] when zone.Queues.Find(target.Arn) is { } queue && MayWrite(rule, "sqs:SendMessage", queue.Guarded):
                zone.Queues.Send(queue, text);
                return true;
            case [_, _, "lambda", ..] when zone.Functions.Find(target.Arn) is { } function && MayWrite(rule, FunctionService.Invoke, function.Guarded):
                zone.Runs.Send(function, text);
                return true;
            case [_, _, "events", var region, var account, "event-bus/default"] when MayPut(target):
                zone.Rules.Publish(AccountId.Parse(account), region, happening);
                return true;
            default:
                return false;
        }
    }

    private bool MayWrite(RuleState rule, string action, Guarded guarded) => zone.Access.Denial(
        Caller.OfService("events", rule.Account), action, guarded, ("aws:SourceArn", rule.Arn), ("aws:SourceAccount", rule.Account.ToString())) is null;

    private bool MayPut(RuleTarget target)
    {
        if (target.RoleArn is null)
        {
            return false;
        }

        var arn = RoleArn.Parse(target.RoleArn);
        var (role, denial) = zone.Assumption.Try(Caller.OfService("events", arn.Account), arn, externalId: null, "events");
        if (role is null || denial is not null)
        {
            return false;
        }

        var session = Caller.SessionOf(arn.Account, role, "events", arn.Partition);
        return zone.Access.Denial(session, "events:PutEvents", new Guarded(target.Arn, arn.Account, Policy: null)) is null;
    }
}
