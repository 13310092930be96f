namespace SonraiControlTower;

/// <summary>
/// Which instances of a stack set are to be made, updated or removed, and how
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html">CreateStackInstances</see>).
/// </summary>
public sealed record StackInstancesRequest
{
    /// <summary>Which set, and as whom.</summary>
    public required StackSetRef StackSet { get; init; }

    /// <summary>Where.</summary>
    public required DeploymentTargets Targets { get; init; }

    /// <summary>In which regions, at least one; for roles one suffices, since IAM is global.</summary>
    public required IReadOnlyList<string> Regions
    {
        get;
        init => field = value is { Count: > 0 } ? [.. value.Select(AwsNames.Region)] : throw new SonraiException(CloudFormationProblems.NoTarget(0));
    }

    /// <summary>The id of the operation.</summary>
    public required OperationId OperationId { get; init; }

    /// <summary>How fast, and how much may fail; null for AWS's defaults: one account at a time, no failure.</summary>
    public StackSetOperationPreferences? Preferences { get; init; }

    /// <summary>Parameters that are other than the set's own for these instances. Removing instances has none.</summary>
    public IReadOnlyList<TemplateParameter> ParameterOverrides { get; init; } = [];
}

/// <summary>The operation that came of a request.</summary>
/// <param name="OperationId">Its id, the one that was given.</param>
/// <param name="AlreadyReceived">True if AWS had it already: an answer to an earlier try was lost, or this is a second run.</param>
public sealed record StartedOperation(string OperationId, bool AlreadyReceived = false);
