namespace SonraiControlTower;

/// <summary>
/// What IAM can refuse. <see cref="Of"/> is the one place where its error codes become problems, for the adapter and the sandbox alike. Source:
/// the errors of <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</see> and its neighbours; on the
/// wire their codes lack the "Exception".
/// </summary>
public static class IamProblems
{
    /// <summary>The problem behind one of IAM's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "NoSuchEntity" => NotFound(operation, why),
        "EntityAlreadyExists" => NameExists(operation, why),
        "LimitExceeded" => LimitExceeded(operation, why),
        "DeleteConflict" => StillInUse(operation, why),
        "MalformedPolicyDocument" => MalformedPolicy(operation, why),
        "UnmodifiableEntity" => Unmodifiable(operation, why),
        "ConcurrentModification" or "EntityTemporarilyUnmodifiable" => ChangedMeanwhile(operation, why),
        "InvalidInput" or "PolicyNotAttachable" or "ValidationError" => Refused(operation, why),
        _ => null,
    };

    public static Problem NotFound(string operation, string why) => new(
        "IamNotFound",
        $"IAM has nothing of that name for {operation}: {why}",
        "Check the name and the account; what was made a moment ago may not be seen yet.",
        ProblemKind.NotFound);

    public static Problem NameExists(string operation, string why) => new(
        "IamNameExists",
        $"IAM has something of that name already, so AWS refused {operation}: {why}",
        "Give another name, or change the one that is there.",
        ProblemKind.Conflict);

    public static Problem LimitExceeded(string operation, string why) => new(
        "IamLimitExceeded",
        $"A quota of IAM is used up, so AWS refused {operation}: {why}",
        "Remove what is not needed, or have the quota raised in the Service Quotas console; five versions of a policy are fixed.",
        ProblemKind.Conflict);

    public static Problem StillInUse(string operation, string why) => new(
        "IamStillInUse",
        $"Something still depends on it, so AWS refused {operation}: {why}",
        "Take away what AWS names first: policies, instance profiles, other versions.",
        ProblemKind.Conflict);

    public static Problem MalformedPolicy(string operation, string why) => new(
        "MalformedPolicy",
        $"AWS does not understand the policy of {operation}: {why}",
        "Mend the document; a principal that does not exist is refused in this way, too.",
        ProblemKind.InvalidInput);

    public static Problem Unmodifiable(string operation, string why) => new(
        "IamUnmodifiable",
        $"Only the AWS service that owns it can do this, so AWS refused {operation}: {why}",
        "Leave service-linked roles to their service.",
        ProblemKind.NotAllowed);

    public static Problem ChangedMeanwhile(string operation, string why) => new(
        "IamChangedMeanwhile",
        $"Somebody else changes it at this moment, so AWS refused {operation}: {why}",
        "Look at how it is now, then run the same command again.",
        ProblemKind.Conflict);

    public static Problem Refused(string operation, string why) => new(
        "IamRefused",
        $"IAM did not accept {operation}: {why}",
        "Mend what AWS names, then run the same command again.",
        ProblemKind.InvalidInput);
}
