namespace SonraiControlTower;

/// <summary>
/// What CloudFormation can refuse. <see cref="Of"/> is the one place where its error codes become problems, for the adapter and the sandbox
/// alike. Source: the errors of
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html">CreateStackInstances</see> and its
/// neighbours.
/// </summary>
public static class CloudFormationProblems
{
    /// <summary>The id of <see cref="Busy"/>: to be waited for.</summary>
    public const string BusyId = "StackSetBusy";

    /// <summary>The id of <see cref="Stale"/>: the request was not taken, and may be sent again.</summary>
    public const string StaleId = "StackSetStale";

    /// <summary>The id of <see cref="SetNameExists"/>.</summary>
    public const string SetNameExistsId = "StackSetNameExists";

    /// <summary>The id of <see cref="NotEmpty"/>.</summary>
    public const string NotEmptyId = "StackSetNotEmpty";

    /// <summary>The problem behind one of CloudFormation's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "OperationInProgressException" => Busy(operation, why),
        "StaleRequestException" => Stale(operation, why),
        "NameAlreadyExistsException" => SetNameExists(operation, why),
        "CreatedButModifiedException" => CreatedOtherwise(operation, why),
        "AlreadyExistsException" => StackNameExists(operation, why),
        "StackSetNotFoundException" => SetNotFound(operation, why),
        "StackSetNotEmptyException" => NotEmpty(operation, why),
        "StackInstanceNotFoundException" => InstanceNotFound(operation, why),
        "OperationNotFoundException" => OperationNotFound(operation, why),
        "InvalidOperationException" => InvalidOperation(operation, why),
        "LimitExceededException" => LimitExceeded(operation, why),
        "InsufficientCapabilitiesException" => InsufficientCapabilities(operation, why),
        "ValidationError" or "ValidationException" or "ChangeSetNotFound" or "InvalidChangeSetStatus" => Refused(operation, why),
        _ => null,
    };

    public static Problem Busy(string operation, string why) => new(
        "StackSetBusy",
        $"Another operation runs on the stack set, so AWS did not take {operation}: {why}",
        "Wait until it has ended; a stack set does one thing at a time unless managed execution is on.",
        ProblemKind.Conflict);

    public static Problem Stale(string operation, string why) => new(
        "StackSetStale",
        $"The stack set was changed while {operation} was on its way: {why}",
        "Look at how the stack set is now, then run the same command again.",
        ProblemKind.Conflict);

    public static Problem SetNameExists(string operation, string why) => new(
        "StackSetNameExists",
        $"There is a stack set of that name already, so AWS refused {operation}: {why}",
        "Give another name, or work with the one that is there.",
        ProblemKind.Conflict);

    public static Problem CreatedOtherwise(string operation, string why) => new(
        "StackSetCreatedOtherwise",
        $"The stack set was made by the same request before and changed since, so AWS refused {operation}: {why}",
        "Look at how the stack set is now; it is to be updated rather than made.",
        ProblemKind.Conflict);

    public static Problem StackNameExists(string operation, string why) => new(
        "StackNameExists",
        $"There is a stack of that name already, so AWS refused {operation}: {why}",
        "Give another name, or update the one that is there.",
        ProblemKind.Conflict);

    public static Problem SetNotFound(string operation, string why) => new(
        "StackSetNotFound",
        $"There is no such stack set for {operation}: {why}",
        "Check the name, the region and the account; a delegated administrator must say that it calls as one.",
        ProblemKind.NotFound);

    public static Problem NotEmpty(string operation, string why) => new(
        "StackSetNotEmpty",
        $"The stack set still has instances, so AWS refused {operation}: {why}",
        "Remove its instances first; those of suspended accounts with their stacks retained.",
        ProblemKind.Conflict);

    public static Problem InstanceNotFound(string operation, string why) => new(
        "StackInstanceNotFound",
        $"The stack set has no such instance for {operation}: {why}",
        "List the instances that there are; it may have been removed meanwhile.",
        ProblemKind.NotFound);

    public static Problem OperationNotFound(string operation, string why) => new(
        "StackSetOperationNotFound",
        $"The stack set has no such operation for {operation}: {why}",
        "List the operations that there are; AWS forgets them after 90 days.",
        ProblemKind.NotFound);

    public static Problem InvalidOperation(string operation, string why) => new(
        "StackSetInvalidOperation",
        $"AWS does not allow {operation} as things are: {why}",
        "Mend what AWS names; an operation that has ended cannot be stopped, and trusted access must be on for service-managed sets.",
        ProblemKind.Conflict);

    public static Problem LimitExceeded(string operation, string why) => new(
        "CloudFormationLimitExceeded",
        $"A quota of CloudFormation is used up, so AWS refused {operation}: {why}",
        "Remove what is not needed, or have the quota raised in the Service Quotas console.",
        ProblemKind.Conflict);

    public static Problem InsufficientCapabilities(string operation, string why) => new(
        "InsufficientCapabilities",
        $"The template makes more than was allowed, so AWS refused {operation}: {why}",
        "Read the template, then allow what AWS names.",
        ProblemKind.NotAllowed);

    public static Problem Refused(string operation, string why) => new(
        "CloudFormationRefused",
        $"CloudFormation did not accept {operation}: {why}",
        "Mend what AWS names, then run the same command again.",
        ProblemKind.InvalidInput);

    public static Problem NoTarget(int units) => new(
        "NoDeploymentTarget",
        units == 0
            ? "Neither an account nor an organizational unit, or no region, was given to deploy to."
            : $"{units} organizational units were given, and AWS takes {DeploymentTargets.MostUnits} at most in one request.",
        "Name at least one target and one region; of more units, name those above them or send several requests.",
        ProblemKind.InvalidInput);
}
