namespace SonraiControlTower;

/// <summary>A policy of an identity as it is, beside the one that says no more than the identity needs; statement by statement.</summary>
public sealed record SonraiPolicyComparison
{
    /// <summary>The user, role or group that has the policy.</summary>
    public required string IdentityArn { get; init; }

    public required string PolicyName { get; init; }

    /// <summary>The ARN of a managed policy; null for an inline one.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>Sonrai's resource name of the ticket; null where there was none.</summary>
    public string? TicketSrn { get; init; }

    /// <summary>A word of <see cref="ComparisonChoice"/>: what stands on the right.</summary>
    public required string Choice { get; init; }

    /// <summary>A word of <see cref="RecommendationAdvice"/>; null where the tenant does not tell.</summary>
    public string? Advice { get; init; }

    /// <summary>What the policy says, on the left. JSON; null where nobody could tell.</summary>
    public string? OriginalPolicy { get; init; }

    /// <summary>The actions that are used, and those whose use no log shows. JSON; null where nothing is left.</summary>
    public string? RecommendedPolicy { get; init; }

    /// <summary>Nothing but the actions seen in logs. JSON; null where nothing is left.</summary>
    public string? MonitoredPolicy { get; init; }

    /// <summary>What stands on the right: the one or the other.</summary>
    public string? LeastPrivilegePolicy => Choice == ComparisonChoice.Monitored ? MonitoredPolicy : RecommendedPolicy;

    /// <summary>The statements of both, each once, those that belong together side by side, in the order of the original.</summary>
    public IReadOnlyList<StatementComparison> Statements { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Every action that the original allows, and what becomes of it; null where the tenant does not tell.</summary>
    public IReadOnlyList<ActionAdvice>? Actions { get; init => field = Arrays.Of(value); }

    /// <summary>How many actions stay; null where the tenant does not tell.</summary>
    public int? KeptCount => Actions?.Count(Stays);

    /// <summary>How many go.</summary>
    public int? RemovedCount => Actions?.Count(action => !Stays(action));

    /// <summary>How many of those that go are sensitive.</summary>
    public int? RemovedSensitiveCount => Actions?.Count(action => !Stays(action) && action.Sensitivity.Count > 0);

    public override string ToString() => $"{PolicyName} of {IdentityArn}";

    /// <summary>Whether an action is on the right: in the monitored policy only what was used, or is needed by what was.</summary>
    internal bool Stays(ActionAdvice action) =>
        action.IsKept && (Choice == ComparisonChoice.Recommended || action.Reason is ActionReason.Used or ActionReason.NeededByUsed);
}

/// <summary>What is set against the original.</summary>
public static class ComparisonChoice
{
    public const string Recommended = "Recommended";
    public const string Monitored = "Monitored";
}

/// <summary>A statement of the original, and what becomes of it.</summary>
/// <param name="Change">A word of <see cref="StatementChange"/>.</param>
/// <param name="Original">The statement as it is. JSON; null for one that is new.</param>
/// <param name="LeastPrivilege">What stands in its place: one or more statements, JSON; none where it goes.</param>
public sealed record StatementComparison(string Change, string? Original, IReadOnlyList<string> LeastPrivilege);

/// <summary>What becomes of a statement.</summary>
public static class StatementChange
{
    /// <summary>It stays as it is.</summary>
    public const string Unchanged = "Unchanged";

    /// <summary>It says less, in one statement or in several.</summary>
    public const string Narrowed = "Narrowed";

    /// <summary>It goes.</summary>
    public const string Removed = "Removed";

    /// <summary>It comes from no statement of the original.</summary>
    public const string Added = "Added";
}
