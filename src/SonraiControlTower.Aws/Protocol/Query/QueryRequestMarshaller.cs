using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>
/// Puts a request into HTTP, as the <see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS query protocol</see> has it: a POST
/// to the root, everything in the body.
/// </summary>
internal sealed class QueryRequestMarshaller(string serviceId) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (QueryRequest)input;
        return new DefaultRequest(request, serviceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = request.Body,
            Headers =
            {
                ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8",
            },
        };
    }
}
