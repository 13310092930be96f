using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>
/// Puts a request into HTTP, as <see href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">AWS restJson1</see> has it: method and
/// path say what is to be done, the body has the rest.
/// </summary>
internal sealed class RestRequestMarshaller(string serviceId) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var asked = (RestRequest)input;
        var request = new DefaultRequest(asked, serviceId)
        {
            HttpMethod = asked.Method,
            ResourcePath = asked.Path,
            UseQueryString = true,
        };
        foreach (var (name, value) in asked.Input.Path)
        {
            request.AddPathResource($"{{{name}}}", value);
        }

        foreach (var (name, value) in asked.Input.Query.Where(field => field.Value is not null))
        {
            request.Parameters.Add(name, value);
        }

        foreach (var (name, value) in asked.Input.Headers)
        {
            request.Headers[name] = value;
        }

        if (asked.Input.Body is { } body)
        {
            request.Headers["Content-Type"] = "application/json";
            request.Content = body;
        }

        return request;
    }
}
