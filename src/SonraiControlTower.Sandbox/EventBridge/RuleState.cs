namespace SonraiControlTower.Sandbox;

/// <summary>Where a rule sends what it takes.</summary>
/// <param name="Id">Its id within the rule.</param>
/// <param name="Arn">The queue, function or bus.</param>
/// <param name="RoleArn">The role that EventBridge takes to send to a bus; null for queues and functions, which have policies.</param>
/// <param name="DeadLetterArn">The queue for what could not be delivered; null for none.</param>
/// <param name="Input">What is sent in place of the event; null for the event.</param>
internal sealed record RuleTarget(string Id, string Arn, string? RoleArn, string? DeadLetterArn, string? Input);

/// <summary>A rule of the default bus.</summary>
internal sealed class RuleState(string name, string arn, AccountId account, string region)
{
    public string Name => name;

    public string Arn => arn;

    public AccountId Account => account;

    public string Region => region;

    public string State { get; set; } = "ENABLED";

    public string? PatternText { get; private set; }

    public EventPattern? Pattern { get; private set; }

    public string? Schedule { get; private set; }

    /// <summary>Rises with every change of the schedule, so that an older one that still is on the agenda does nothing.</summary>
    public int Generation { get; private set; }

    public List<RuleTarget> Targets { get; } = [];

    public void Set(string? pattern, string? schedule)
    {
        Pattern = pattern is null ? null : EventPattern.Parse(pattern);
        (PatternText, Schedule, Generation) = (pattern, schedule, Generation + 1);
    }

    public EventRule ToEventRule() => new(name, arn, State, PatternText, Schedule);
}
