namespace SonraiControlTower;

/// <summary>
/// A rule of Amazon EventBridge
/// (<see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html">DescribeRule</see>).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="State">ENABLED or DISABLED.</param>
/// <param name="EventPattern">The events that it takes, as JSON; null for a schedule.</param>
/// <param name="ScheduleExpression">Such as <c>rate(1 hour)</c>; null for a rule that takes events.</param>
public sealed record EventRule(string Name, string Arn, string State, string? EventPattern, string? ScheduleExpression)
{
    /// <summary>True if it does its work.</summary>
    public bool IsEnabled => State.StartsWith("ENABLED", StringComparison.Ordinal);
}

/// <summary>
/// Where a rule sends what it takes
/// (<see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html">Target</see>).
/// </summary>
/// <param name="Id">Its id within the rule.</param>
/// <param name="Arn">The queue, function or bus.</param>
/// <param name="DeadLetterArn">The queue for what could not be delivered; null for none.</param>
public sealed record EventTarget(string Id, string Arn, string? DeadLetterArn);
