namespace SonraiControlTower;

/// <summary>
/// What KMS can refuse. <see cref="Of"/> is the one place where its error codes become problems, for the adapter and the sandbox alike. Source:
/// the errors of <see href="https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html">PutKeyPolicy</see> and its neighbours.
/// </summary>
public static class KmsProblems
{
    /// <summary>The problem behind one of KMS's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "NotFoundException" => NotFound(operation, why),
        "MalformedPolicyDocumentException" => IamProblems.MalformedPolicy(operation, why),
        "DisabledException" or "KMSInvalidStateException" or "InvalidArnException" or "LimitExceededException" or "UnsupportedOperationException"
            => Refused(operation, why),
        _ => null,
    };

    public static Problem NotFound(string operation, string why) => new(
        "KmsKeyNotFound",
        $"KMS has no such key for {operation}: {why}",
        "Check the key's ARN, its account and its region.",
        ProblemKind.NotFound);

    public static Problem Refused(string operation, string why) => new(
        "KmsRefused",
        $"KMS did not accept {operation}: {why}",
        "Mend what AWS names; a key that is disabled, or waits to be deleted, has to be enabled first.",
        ProblemKind.Conflict);
}
