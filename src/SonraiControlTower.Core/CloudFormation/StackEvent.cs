namespace SonraiControlTower;

/// <summary>
/// Something that happened to a stack
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html">StackEvent</see>).
/// </summary>
public sealed record StackEvent
{
    /// <summary>Its own id.</summary>
    public required string EventId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The resource's name in the template; the stack's own name for the stack itself.</summary>
    public string? LogicalId { get; init; }

    /// <summary>The resource's name in AWS.</summary>
    public string? PhysicalId { get; init; }

    /// <summary>Such as <c>AWS::IAM::Role</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Such as CREATE_FAILED.</summary>
    public string? Status { get; init; }

    /// <summary>Why, in AWS's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The token of the request that it came of.</summary>
    public string? RequestToken { get; init; }

    public override string ToString() => $"{LogicalId} {Status}";
}

/// <summary>
/// A resource of a stack
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceSummary.html">StackResourceSummary</see>).
/// </summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="PhysicalId">Its name in AWS; null before it was made.</param>
/// <param name="ResourceType">Such as <c>AWS::IAM::Role</c>.</param>
/// <param name="Status">Such as CREATE_COMPLETE.</param>
/// <param name="StatusReason">Why, in AWS's words.</param>
public sealed record StackResource(string LogicalId, string? PhysicalId, string ResourceType, string Status, string? StatusReason);
