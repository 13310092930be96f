using System.Net;
using System.Text;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Tests.Protocol.Query;

public sealed class QueryErrorTests
{
    [Theory]
    [InlineData("<ErrorResponse xmlns='http://a'><Error><Type>Sender</Type><Code>Throttling</Code></Error></ErrorResponse>", "Throttling")]
    [InlineData("<Response><Errors><Error><Code>RequestLimitExceeded</Code></Error></Errors></Response>", "RequestLimitExceeded")]
    [InlineData("<ErrorResponse><Error><Code></Code></Error></ErrorResponse>", "InternalServerError")]
    [InlineData("<html><body><Code>x</Code></body></html>", "InternalServerError")]
    [InlineData("<html><br></html>", "InternalServerError")]
    [InlineData("not xml", "InternalServerError")]
    [InlineData("", "InternalServerError")]
    public void There_is_always_a_code(string body, string code) => Read(body).Code.ShouldBe(code);

    [Fact]
    public void The_message_and_the_requests_id_are_the_services_own()
    {
        var error = Read("<ErrorResponse><Error><Code>A</Code><Message>The &lt;role&gt;.</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");

        error.Message.ShouldBe("The <role>.");
        error.RequestId.ShouldBe("r-1");
        Read("").Message.ShouldBe("HTTP 500.");
    }

    private static QueryError Read(string body)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return QueryError.Read(stream, HttpStatusCode.InternalServerError);
    }
}
