using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// Says why credentials cannot be used, without a word of theirs. AWS's own message on a wrong signature may quote the signed headers, the
/// session token among them, so such messages are never passed on.
/// </summary>
internal static class CredentialsFailure
{
    /// <summary>Why AWS refused the credentials; null if the code is about something else.</summary>
    public static string? WhyRefused(string code) => code switch
    {
        "ExpiredTokenException" or "ExpiredToken" or "TokenRefreshRequired" => "they have expired.",
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidAccessKeyId" or "AuthFailure" =>
            "AWS does not know their access key or session token.",
        "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException" =>
            "AWS does not accept their signature; the secret key is not that of the access key, or a proxy changed the request.",
        "RequestExpired" or "RequestTimeTooSkewed" or "RequestInTheFuture" => "the clock of this machine is wrong.",
        "MissingAuthenticationToken" or "MissingAuthenticationTokenException" => "the request carried none.",
        "OptInRequired" => "their account is not signed up for the service.",
        _ => null,
    };

    /// <summary>Why a source gave no credentials.</summary>
    public static string WhyNotGiven(Exception failure) => Answered(failure) switch
    {
        { ErrorCode: { Length: > 0 } code } answer => WhyRefused(code) ?? $"{answer.Message} ({code})",
        { } answer => $"their source answered HTTP {(int)answer.StatusCode}.",
        // What the process wrote may hold anything, so it is not repeated.
        null when failure is ProcessAWSCredentialException => "the credential_process of the profile failed; run it by hand to see why.",
        null when failure.InnerException is null => failure.Message,
        null => $"{failure.Message.TrimEnd('.')}: {failure.GetBaseException().Message}",
    };

    private static AmazonServiceException? Answered(Exception? failure)
    {
        // Without a status it never left this machine: the SDK uses the type for its own messages, too.
        while (failure is not (null or AmazonServiceException { StatusCode: not 0 }))
        {
            failure = failure.InnerException;
        }

        return failure as AmazonServiceException;
    }
}
