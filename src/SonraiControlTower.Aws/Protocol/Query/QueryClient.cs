using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>Speaks the query protocol with one service.</summary>
internal sealed class QueryClient(AwsService service, AWSCredentials credentials, ServiceConfig config)
    : ServiceClient(service, credentials, config)
{
    private readonly AwsService _service = service;
    private readonly QueryRequestMarshaller _marshaller = new(service.Id);

    /// <summary>Asks the service to do one thing.</summary>
    /// <exception cref="SonraiException">With what is wrong, where the service refuses or cannot be reached.</exception>
    public async Task<T> SendAsync<T>(QueryOperation<T> operation, QueryForm form, CancellationToken cancellationToken)
    {
        var protocol = new InvokeOptions
        {
            RequestMarshaller = _marshaller,
            ResponseUnmarshaller = new QueryAnswerUnmarshaller<T>(operation),
        };

        var request = new QueryRequest(_service.ActionOf(operation.Name), form.ToBody(operation.Name, _service.Version), operation.Sent);
        var answer = await CallAsync<QueryAnswer<T>>(operation.Name, request, protocol, cancellationToken).ConfigureAwait(false);
        return answer.Value!;
    }

    /// <summary>Streams the items of all pages.</summary>
    /// <param name="operation">The listing.</param>
    /// <param name="token">What the service calls the token of the next page.</param>
    /// <param name="form">Writes what is asked for, anew for each page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<T> PagesAsync<T>(
        QueryOperation<QueryPage<T>> operation, string token, Func<QueryForm> form, CancellationToken cancellationToken) =>
        Paging.ReadAsync<QueryPage<T>, T>(
            (next, cancel) => SendAsync(operation, form().Add(token, next), cancel), cancellationToken);
}
