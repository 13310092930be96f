namespace SonraiControlTower;

/// <summary>
/// An operation on a stack set
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperation.html">StackSetOperation</see>).
/// </summary>
public sealed record StackSetOperation
{
    /// <summary>Its id: ours, or AWS's for automatic deployments.</summary>
    public required string OperationId { get; init; }

    /// <summary>CREATE, UPDATE, DELETE or DETECT_DRIFT.</summary>
    public required string Action { get; init; }

    /// <summary>A word of <see cref="StackSetOperationStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is as it is, in AWS's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When AWS took it; null where AWS does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many instances failed; null where AWS does not say.</summary>
    public int? FailedInstances { get; init; }

    /// <summary>For a removal: whether the stacks themselves stay.</summary>
    public bool? RetainStacks { get; init; }

    /// <summary>True once it has ended, well or not.</summary>
    public bool HasEnded => !StackSetOperationStatus.Unfinished.Contains(Status);

    public override string ToString() => $"{Action} {Status}";
}

/// <summary>
/// The states of an operation. SUCCEEDED says only that no more instances failed than may: those that did are found by listing the results.
/// </summary>
public static class StackSetOperationStatus
{
    /// <summary>It waits behind another one (managed execution), or has not begun.</summary>
    public const string Queued = "QUEUED";

    public const string Running = "RUNNING";

    /// <summary>Someone stopped it, and what was begun is being ended.</summary>
    public const string Stopping = "STOPPING";

    public const string Stopped = "STOPPED";
    public const string Succeeded = "SUCCEEDED";

    /// <summary>More instances failed than may.</summary>
    public const string Failed = "FAILED";

    /// <summary>The states that something follows upon. A word that is not known here is an end: to wait for ever would be worse.</summary>
    public static IReadOnlyList<string> Unfinished { get; } = [Queued, Running, Stopping];
}

/// <summary>
/// What an operation did in one account and region
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationResultSummary.html">StackSetOperationResultSummary</see>).
/// </summary>
public sealed record StackSetOperationResult
{
    /// <summary>The twelve digits. Setting anything else throws <c>MalformedAccountId</c>.</summary>
    public required string AccountId
    {
        get;
        init => field = SonraiControlTower.AccountId.Parse(value).ToString();
    }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>PENDING, RUNNING, SUCCEEDED, FAILED or CANCELLED, as in <see cref="StackInstanceDetailedStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why, in AWS's words; where an account gate refused, that gate's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>For a service-managed set: the unit that brought the account in.</summary>
    public string? OrganizationalUnitId { get; init; }

    public override string ToString() => $"{AccountId}/{Region} {Status}";
}
