namespace SonraiControlTower;

/// <summary>
/// What Secrets Manager can refuse. <see cref="Of"/> is the one place where its error codes become problems, for the adapter and the sandbox alike.
/// Source: the errors of
/// <see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html">PutSecretValue</see> and its neighbours.
/// </summary>
public static class SecretsManagerProblems
{
    /// <summary>The id of <see cref="NotFound"/>.</summary>
    public const string NotFoundId = "SecretNotFound";

    /// <summary>The id of <see cref="Exists"/>.</summary>
    public const string ExistsId = "SecretExists";

    /// <summary>The problem behind one of the service's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "ResourceNotFoundException" => NotFound(operation, why),
        "ResourceExistsException" => Exists(operation, why),
        "DecryptionFailure" or "EncryptionFailure" => NotDecrypted(operation, why),
        "InvalidRequestException" or "InvalidParameterException" or "LimitExceededException" or "PreconditionNotMetException"
            or "MalformedPolicyDocumentException" => Refused(operation, why),
        _ => null,
    };

    public static Problem NotFound(string operation, string why) => new(
        "SecretNotFound",
        $"Secrets Manager has no such secret, or no such version, for {operation}: {why}",
        "Check name, account and region; Get-SonraiIntegration names the secret of the integration.",
        ProblemKind.NotFound);

    public static Problem Exists(string operation, string why) => new(
        "SecretExists",
        $"There is a secret of that name, or another text under that token, already, so AWS refused {operation}: {why}",
        "Give another name, or put a new version into the one that is there.",
        ProblemKind.Conflict);

    public static Problem NotDecrypted(string operation, string why) => new(
        "SecretKeyUnusable",
        $"The KMS key of the secret could not be used for {operation}: {why}",
        "See that the key is enabled and that its policy lets the caller use it.",
        ProblemKind.NotAllowed);

    public static Problem Refused(string operation, string why) => new(
        "SecretRefused",
        $"Secrets Manager did not accept {operation}: {why}",
        "Mend what AWS names, then run the same command again.",
        ProblemKind.Conflict);
}
