using System.Net;
using System.Security.Authentication;
using Amazon.Runtime;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Tests.Protocol;

public sealed class CallFailureTests
{
    private const string Secret = "x-amz-security-token:FwoGZXIvYXdzEJr";

    [Theory]
    [InlineData("AccessDeniedException", 400, "AwsAccessDenied")]
    [InlineData("AWSOrganizationsNotInUseException", 400, "NoOrganization")]
    [InlineData("ParentNotFoundException", 400, "AwsNotFound")]
    [InlineData("OrganizationalUnitNotFoundException", 400, "AwsNotFound")]
    [InlineData("TooManyRequestsException", 400, "AwsThrottled")]
    [InlineData("TooManyRequests", 429, "AwsThrottled")]
    [InlineData("RequestThrottled", 403, "AwsThrottled")]
    [InlineData("SlowDown", 503, "AwsThrottled")]
    [InlineData("EC2ThrottledException", 502, "AwsThrottled")]
    [InlineData("ExpiredTokenException", 400, "CredentialsUnusable")]
    [InlineData("UnrecognizedClientException", 400, "CredentialsUnusable")]
    [InlineData("InvalidSignatureException", 400, "CredentialsUnusable")]
    [InlineData("ServiceException", 500, "AwsServerError")]
    [InlineData("ServiceUnavailable", 503, "AwsServerError")]
    [InlineData("InvalidInputException", 400, "AwsRefused")]
    public void A_code_names_its_problem(string code, int status, string problem) =>
        Of(Answered(code, status, "No.")).Id.ShouldBe(problem);

    [Fact]
    public void What_AWS_says_of_a_signature_is_not_repeated() =>
        Of(Answered("InvalidSignatureException", 403, Secret)).Message.ShouldNotContain("FwoGZ");

    [Fact]
    public void Losing_the_way_to_AWS_says_what_was_lost()
    {
        Of(new HttpRequestException("Name or service not known (organizations.us-east-1.amazonaws.com:443)")).Message.ShouldBe(
            "AWS could not be reached for organizations:ListRoots: Name or service not known (organizations.us-east-1.amazonaws.com:443)");
        Of(new IOException("The response ended prematurely.")).Id.ShouldBe("AwsUnreachable");
        Of(new TimeoutException()).Message.ShouldContain("no answer came in time");
        Of(new HttpRequestException("See inner.", new AuthenticationException("UntrustedRoot"))).Message.ShouldContain("UntrustedRoot");
    }

    [Fact]
    public void An_answer_that_cannot_be_read_is_not_called_a_refusal() =>
        Of(new AmazonUnmarshallingException("id", "path", new FormatException(), HttpStatusCode.OK)).Id.ShouldBe("AwsUnexpectedAnswer");

    private static Problem Of(Exception failure) => CallFailure.ProblemOf("organizations:ListRoots", failure);

    private static AmazonServiceException Answered(string code, int status, string message) =>
        new(message, ErrorType.Unknown, code, "request", (HttpStatusCode)status);
}
