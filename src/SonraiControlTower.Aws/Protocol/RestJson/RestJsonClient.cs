using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>Speaks restJson1 with one service.</summary>
internal sealed class RestJsonClient(AwsService service, AWSCredentials credentials, ServiceConfig config)
    : ServiceClient(service, credentials, config)
{
    private readonly AwsService _service = service;
    private readonly RestRequestMarshaller _marshaller = new(service.Id);

    /// <summary>Asks the service to do one thing.</summary>
    /// <exception cref="SonraiException">With what is wrong, where the service refuses or cannot be reached.</exception>
    public async Task<T> SendAsync<T>(RestOperation<T> operation, RestInput input, CancellationToken cancellationToken)
    {
        var protocol = new InvokeOptions
        {
            RequestMarshaller = _marshaller,
            ResponseUnmarshaller = new RestAnswerUnmarshaller<T>(operation.Read),
        };

        var request = new RestRequest(
            _service.ActionOf(operation.Name), operation.Method, operation.Path, input, operation.Sent, operation.Refusals);
        var answer = await CallAsync<RestAnswer<T>>(operation.Name, request, protocol, cancellationToken).ConfigureAwait(false);
        return answer.Value!;
    }
}
