using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>
/// Puts a request into HTTP, as
/// <see href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">awsJson 1.1</see> has it: a POST to the root, the operation in a header.
/// </summary>
internal sealed class JsonRequestMarshaller(string serviceId) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (JsonRequest)input;
        return new DefaultRequest(request, serviceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = request.Body,
            Headers =
            {
                ["Content-Type"] = "application/x-amz-json-1.1",
                ["X-Amz-Target"] = request.Target,
            },
        };
    }
}
