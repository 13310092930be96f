using System.Net;
using System.Text;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.Tests.Protocol.AwsJson;

public sealed class JsonErrorTests
{
    [Theory]
    [InlineData("""{"__type":"TooManyRequestsException"}""", null, "TooManyRequestsException")]
    [InlineData("""{"__type":"com.amazonaws.organizations#ParentNotFoundException"}""", null, "ParentNotFoundException")]
    [InlineData("""{"__type":"a.b#AccessDeniedException:http://internal.amazon.com/coral/x#y"}""", null, "AccessDeniedException")]
    [InlineData("{}", "ThrottlingException:http://internal.amazon.com/coral/", "ThrottlingException")]
    [InlineData("""{"code":"Throttling"}""", "", "Throttling")]
    [InlineData("not json", "ServiceException", "ServiceException")]
    [InlineData("<html></html>", "", "InternalServerError")]
    [InlineData("", null, "InternalServerError")]
    [InlineData("[1]", null, "InternalServerError")]
    [InlineData("""{"__type":7}""", null, "InternalServerError")]
    public void There_is_always_a_code(string body, string? header, string code) =>
        Read(body, header).Code.ShouldBe(code);

    [Theory]
    [InlineData("""{"Message":"No."}""", "No.")]
    [InlineData("""{"message":"No."}""", "No.")]
    [InlineData("<html>a proxy's page</html>", "HTTP 500.")]
    public void The_message_is_the_services_own_or_the_status(string body, string message) =>
        Read(body, null).Message.ShouldBe(message);

    private static JsonError Read(string body, string? header)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return JsonError.Read(stream, header, HttpStatusCode.InternalServerError);
    }
}
