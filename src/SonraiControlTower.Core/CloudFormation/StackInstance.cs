namespace SonraiControlTower;

/// <summary>
/// One stack of a stack set in one account and region
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackInstanceSummary.html">StackInstanceSummary</see>).
/// </summary>
public sealed record StackInstance
{
    /// <summary>The twelve digits. Setting anything else throws <c>MalformedAccountId</c>.</summary>
    public required string AccountId
    {
        get;
        init => field = SonraiControlTower.AccountId.Parse(value).ToString();
    }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary><c>name:uuid</c> of the set.</summary>
    public string? StackSetId { get; init; }

    /// <summary>The stack's ARN; null before it was made.</summary>
    public string? StackId { get; init; }

    /// <summary>For a service-managed set: the unit that brought the account in.</summary>
    public string? OrganizationalUnitId { get; init; }

    /// <summary>A word of <see cref="StackInstanceStatus"/>: whether the stack is as the set has it.</summary>
    public required string Status { get; init; }

    /// <summary>A word of <see cref="StackInstanceDetailedStatus"/>: where the last operation has got to here; null where AWS does not say.</summary>
    public string? DetailedStatus { get; init; }

    /// <summary>Why it is as it is, in AWS's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>DRIFTED, IN_SYNC, NOT_CHECKED or UNKNOWN; null where AWS does not say.</summary>
    public string? DriftStatus { get; init; }

    /// <summary>The operation that last worked on it.</summary>
    public string? LastOperationId { get; init; }

    public override string ToString() => $"{AccountId}/{Region} {DetailedStatus ?? Status}";
}

/// <summary>Which instances a listing gives; what is null does not count.</summary>
/// <param name="Account">Those in one account.</param>
/// <param name="Region">Those in one region.</param>
/// <param name="DetailedStatus">Those with one word of <see cref="StackInstanceDetailedStatus"/>.</param>
/// <param name="LastOperationId">Those that one operation worked on last.</param>
public sealed record StackInstanceFilter(
    AccountId? Account = null, string? Region = null, string? DetailedStatus = null, string? LastOperationId = null);

/// <summary>Whether an instance is as the set has it.</summary>
public static class StackInstanceStatus
{
    /// <summary>It is.</summary>
    public const string Current = "CURRENT";

    /// <summary>It is not: an operation failed here, was stopped, or passed it by.</summary>
    public const string Outdated = "OUTDATED";

    /// <summary>A removal failed; it must be removed with its stack retained.</summary>
    public const string Inoperable = "INOPERABLE";
}

/// <summary>Where an operation has got to at an instance.</summary>
public static class StackInstanceDetailedStatus
{
    public const string Pending = "PENDING";
    public const string Running = "RUNNING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";

    /// <summary>The operation was stopped, or had failed too often before it came here.</summary>
    public const string Cancelled = "CANCELLED";

    public const string Inoperable = "INOPERABLE";

    /// <summary>The account was suspended.</summary>
    public const string SkippedSuspendedAccount = "SKIPPED_SUSPENDED_ACCOUNT";

    public const string FailedImport = "FAILED_IMPORT";
}
