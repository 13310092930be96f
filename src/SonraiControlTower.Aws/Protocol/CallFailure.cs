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
        "RequestThrottled", "RequestThrottledException", "KmsThrottled", "EC2ThrottledException", "PriorRequestNotComplete", "BandwidthLimitExceeded",
    };

    private static readonly HashSet<string> _denial = new(StringComparer.Ordinal)
    {
        "AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "NotAuthorized",
    };

    /// <summary>The problem behind what a call threw.</summary>
    /// <param name="operation">Such as <c>iam:CreateRole</c>.</param>
    /// <param name="failure">What was thrown.</param>
    /// <param name="own">The service's own problems, as <see cref="AwsService.OwnProblem"/> has them; null for none.</param>
    public static Problem ProblemOf(string operation, Exception failure, Func<string, string, string, Problem?>? own = null) => failure switch
    {
        AmazonUnmarshallingException => AwsProblems.UnexpectedAnswer(operation, "it cannot be read"),
        AmazonServiceException answer => OfAnswer(operation, answer, own),
        HttpRequestException { InnerException: AuthenticationException tls } => AwsProblems.Unreachable(operation, tls.Message),
        HttpRequestException or IOException or SocketException or WebException => AwsProblems.Unreachable(operation, failure.Message),
        TimeoutException or OperationCanceledException => AwsProblems.Unreachable(operation, "no answer came in time."),
        _ => AwsProblems.UnexpectedAnswer(operation, failure.Message),
    };

    /// <summary>True if AWS asked to be called less often, and so did nothing.</summary>
    public static bool IsThrottling(Exception failure) =>
        failure is AmazonServiceException { ErrorCode: { } code } && _throttling.Contains(code);

    private static Problem OfAnswer(string operation, AmazonServiceException answer, Func<string, string, string, Problem?>? own) => answer.ErrorCode switch
    {
        "AWSOrganizationsNotInUseException" => AwsProblems.NoOrganization,
        { } code when _throttling.Contains(code) => AwsProblems.Throttled(operation),
        { } code when _denial.Contains(code) => AwsProblems.NotAllowed(operation, answer.Message),
        { } code when CredentialsFailure.WhyRefused(code) is { } why => AwsProblems.CredentialsUnusable(why),
        { } code when own?.Invoke(operation, code, answer.Message) is { } problem => problem,
        { } code when code.EndsWith("NotFoundException", StringComparison.Ordinal) => AwsProblems.NotFound(operation, answer.Message),
        _ when answer.StatusCode >= HttpStatusCode.InternalServerError => AwsProblems.ServerError(operation, (int)answer.StatusCode),
        var code => AwsProblems.Refused(operation, code, answer.Message),
    };
}
