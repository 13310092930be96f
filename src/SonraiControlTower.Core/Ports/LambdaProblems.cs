namespace SonraiControlTower;

/// <summary>
/// What Lambda can refuse. <see cref="Of"/> is the one place where its error codes become problems, for the adapter and the sandbox alike. Source:
/// the errors of <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</see> and its neighbours.
/// </summary>
public static class LambdaProblems
{
    /// <summary>The problem behind one of Lambda's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "ResourceNotFoundException" => NotFound(operation, why),
        "InvalidParameterValueException" or "ResourceConflictException" or "ResourceNotReadyException" or "InvalidRequestContentException"
            or "RequestTooLargeException" or "KMSAccessDeniedException" or "KMSDisabledException" => Refused(operation, why),
        _ => null,
    };

    public static Problem NotFound(string operation, string why) => new(
        "LambdaNotFound",
        $"Lambda has no such function for {operation}: {why}",
        "Check account and region; Get-SonraiIntegration names the functions of the integration.",
        ProblemKind.NotFound);

    public static Problem Refused(string operation, string why) => new(
        "LambdaRefused",
        $"Lambda did not accept {operation}: {why}",
        "Mend what AWS names, then run the same command again; a function that was just made may need some seconds.",
        ProblemKind.Conflict);
}
