using System.Runtime.CompilerServices;
using System.Text;
using SonraiControlTower.Aws.Lambda.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.RestJson;

namespace SonraiControlTower.Aws.Lambda;

/// <summary>AWS Lambda over the wire.</summary>
internal sealed class LambdaAdapter(RestJsonClient client) : ILambda
{
    private const string NotFound = "ResourceNotFoundException";

    public async Task<LambdaFunction?> GetFunctionAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var wire = await client.SendAsync(LambdaService.GetFunctionConfiguration, Named(name), cancellationToken).ConfigureAwait(false);
            return new()
            {
                Name = wire.FunctionName,
                Arn = wire.FunctionArn,
                State = wire.State,
                StateReason = wire.StateReason,
                Runtime = wire.Runtime,
                Handler = wire.Handler,
                CodeSha256 = wire.CodeSha256,
            };
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == NotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<EventSourceMapping> ListEventSourceMappingsAsync(
        string functionName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mappings = Paging.ReadAsync<MappingsAnswer, WireMapping>(
            (marker, cancel) => client.SendAsync(
                LambdaService.ListEventSourceMappings,
                new() { Query = new Dictionary<string, string?> { ["FunctionName"] = functionName, ["Marker"] = marker } },
                cancel),
            cancellationToken);
        await foreach (var wire in mappings.ConfigureAwait(false))
        {
            // A mapping without the ARN of a source is not fed by a queue.
            if (wire.EventSourceArn is { } source)
            {
                yield return new(wire.Id, source, wire.State ?? "Unknown");
            }
        }
    }

    public Task<LambdaAnswer> InvokeAsync(string functionName, string payload, CancellationToken cancellationToken) =>
        client.SendAsync(
            LambdaService.InvokeFunction,
            Named(functionName) with
            {
                Headers = new Dictionary<string, string> { ["X-Amz-Invocation-Type"] = "RequestResponse" },
                Body = Encoding.UTF8.GetBytes(payload),
            },
            cancellationToken);

    private static RestInput Named(string name) => new() { Path = new Dictionary<string, string> { ["FunctionName"] = name } };
}
