namespace SonraiControlTower;

/// <summary>What an identity needs of one of its policies. Documents are JSON, as IAM takes them.</summary>
public sealed record SonraiPolicyRecommendation
{
    /// <summary>The user, role or group that has the policy.</summary>
    public required string IdentityArn { get; init; }

    public required string PolicyName { get; init; }

    /// <summary>The ARN of a managed policy; null for an inline one.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>What the policy says.</summary>
    public required string OriginalPolicy { get; init; }

    /// <summary>
    /// What is used of it, and what cannot be seen in logs: usually one document, more where one would be longer than IAM allows, none where nothing is left.
    /// </summary>
    public IReadOnlyList<string> RecommendedPolicies { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Only what was seen in logs.</summary>
    public IReadOnlyList<string> MonitoredPolicies { get; init => field = Arrays.Of(value); } = [];

    /// <summary>
    /// True for an inline policy whose recommended documents are to become managed policies, since together with the identity's other inline policies
    /// they would be longer than IAM allows
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">limits</see>).
    /// </summary>
    public bool IsTooLongForInline { get; init; }

    /// <summary>A word of <see cref="RecommendationAdvice"/>.</summary>
    public required string Advice { get; init; }

    /// <summary>Every action that the policy allows, and what becomes of it.</summary>
    public IReadOnlyList<ActionAdvice> Actions { get; init => field = Arrays.Of(value); } = [];

    /// <summary>How many of them the recommended policy has.</summary>
    public int KeptCount => Actions.Count(action => action.IsKept);

    /// <summary>How many of them it has no more.</summary>
    public int RemovedCount => Actions.Count - KeptCount;

    /// <summary>From when to when the logs tell of the account; null where there are none.</summary>
    public DateTimeOffset? LogsFrom { get; init; }

    public DateTimeOffset? LogsTo { get; init; }

    public override string ToString() => $"{IdentityArn} {PolicyName}";
}

/// <summary>What to do with a policy.</summary>
public static class RecommendationAdvice
{
    /// <summary>It is what is needed.</summary>
    public const string Keep = "Keep";

    /// <summary>Put the recommended one in its place.</summary>
    public const string Replace = "Replace";

    /// <summary>Nothing of it is used: take it away.</summary>
    public const string Detach = "Detach";

    /// <summary>Nothing can be said yet: the identity is younger than the grace period, or the logs do not cover the time.</summary>
    public const string Wait = "Wait";
}

/// <summary>What becomes of one action of a policy.</summary>
/// <param name="Action">The action.</param>
/// <param name="IsKept">Whether the recommended policy has it.</param>
/// <param name="Reason">A word of <see cref="ActionReason"/>.</param>
/// <param name="LastUsedAt">When it was last used; null for not seen.</param>
/// <param name="Sensitivity">Words of <see cref="ActionSensitivity"/>.</param>
public sealed record ActionAdvice(string Action, bool IsKept, string Reason, DateTimeOffset? LastUsedAt, IReadOnlyList<string> Sensitivity)
{
    public override string ToString() => $"{Action}: {Reason}";
}

/// <summary>Why an action is kept or not.</summary>
public static class ActionReason
{
    /// <summary>It was used.</summary>
    public const string Used = "Used";

    /// <summary>Something that was used asks for it, too.</summary>
    public const string NeededByUsed = "NeededByUsed";

    /// <summary>CloudTrail never records it.</summary>
    public const string NotLogged = "NotLogged";

    /// <summary>CloudTrail records it as a data event, and the logs have none of this service.</summary>
    public const string DataEventsNotLogged = "DataEventsNotLogged";

    /// <summary>Nothing is known of what the identity did, since there are no logs of its account.</summary>
    public const string NoLogs = "NoLogs";

    /// <summary>The catalogue has no such action: it is newer than the catalogue, or mistyped.</summary>
    public const string NotInCatalogue = "NotInCatalogue";

    /// <summary>The logs would show it, and do not.</summary>
    public const string Unused = "Unused";

    /// <summary>It was tried, and never allowed.</summary>
    public const string OnlyDenied = "OnlyDenied";
}
