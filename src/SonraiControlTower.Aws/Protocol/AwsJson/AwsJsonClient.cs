using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>Speaks awsJson 1.1 with one service.</summary>
internal sealed class AwsJsonClient(AwsService service, AWSCredentials credentials, ServiceConfig config)
    : ServiceClient(service, credentials, config)
{
    private readonly AwsService _service = service;
    private readonly JsonRequestMarshaller _marshaller = new(service.Id);

    /// <summary>Asks the service to do one thing.</summary>
    /// <exception cref="SonraiException">With what is wrong, where the service refuses or cannot be reached.</exception>
    public async Task<TAnswer> SendAsync<TRequest, TAnswer>(
        JsonOperation<TRequest, TAnswer> operation, TRequest request, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, operation.Request);
        var protocol = new InvokeOptions
        {
            RequestMarshaller = _marshaller,
            ResponseUnmarshaller = new JsonAnswerUnmarshaller<TAnswer>(operation.Answer),
        };

        var sent = new JsonRequest(_service.ActionOf(operation.Name), $"{operation.TargetPrefix}.{operation.Name}", body, operation.Sent);
        var answer = await CallAsync<JsonAnswer<TAnswer>>(operation.Name, sent, protocol, cancellationToken).ConfigureAwait(false);
        return answer.Value!;
    }
}
