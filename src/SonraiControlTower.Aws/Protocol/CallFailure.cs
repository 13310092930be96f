using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// Says in Sonrai's words why a call failed, by AWS's codes and never by their prose:
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html">common errors</see>.
/// </summary>
internal static class CallFailure
{
    private static readonly HashSet<string> _throttling = new(StringComparer.Ordinal)
    {
        "TooManyRequestsException", "TooManyRequests", "ThrottlingException", "Throttling", "ThrottledException", "RequestLimitExceeded", "SlowDown",
    };

    private static readonly HashSet<string> _denial = new(StringComparer.Ordinal)
    {
        "AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "NotAuthorized",
    };

    /// <summary>The problem behind what a call threw.</summary>
    public static Problem ProblemOf(string operation, Exception failure) => failure switch
    {
        AmazonUnmarshallingException => AwsProblems.UnexpectedAnswer(operation, "it cannot be read"),
        AmazonServiceException answer => OfAnswer(operation, answer),
        HttpRequestException { InnerException: AuthenticationException tls } => AwsProblems.Unreachable(operation, tls.Message),
        HttpRequestException or IOException or SocketException or WebException => AwsProblems.Unreachable(operation, failure.Message),
        TimeoutException or OperationCanceledException => AwsProblems.Unreachable(operation, "no answer came in time."),
        _ => AwsProblems.UnexpectedAnswer(operation, failure.Message),
    };

    private static Problem OfAnswer(string operation, AmazonServiceException answer) => answer.ErrorCode switch
    {
        "AWSOrganizationsNotInUseException" => AwsProblems.NoOrganization,
        { } code when _throttling.Contains(code) => AwsProblems.Throttled(operation),
        { } code when _denial.Contains(code) => AwsProblems.NotAllowed(operation, answer.Message),
        { } code when CredentialsFailure.WhyRefused(code) is { } why => AwsProblems.CredentialsUnusable(why),
        { } code when code.EndsWith("NotFoundException", StringComparison.Ordinal) => AwsProblems.NotFound(operation, answer.Message),
        _ when answer.StatusCode >= HttpStatusCode.InternalServerError => AwsProblems.ServerError(operation, (int)answer.StatusCode),
        var code => AwsProblems.Refused(operation, code, answer.Message),
    };
}
