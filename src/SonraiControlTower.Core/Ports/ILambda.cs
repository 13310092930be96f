namespace SonraiControlTower;

/// <summary>
/// AWS Lambda of one region, operation for operation. A function is named by its name or its ARN. Source:
/// <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">AWS Lambda API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface ILambda
{
    /// <summary>A function (GetFunctionConfiguration); null if there is none.</summary>
    Task<LambdaFunction?> GetFunctionAsync(string name, CancellationToken cancellationToken);

    /// <summary>The queues that feed a function (ListEventSourceMappings).</summary>
    IAsyncEnumerable<EventSourceMapping> ListEventSourceMappingsAsync(string functionName, CancellationToken cancellationToken);

    /// <summary>Calls a function and waits for its answer (Invoke, RequestResponse). It is sent once.</summary>
    /// <exception cref="SonraiException"><c>LambdaNotFound</c>, <c>LambdaRefused</c>.</exception>
    Task<LambdaAnswer> InvokeAsync(string functionName, string payload, CancellationToken cancellationToken);
}
