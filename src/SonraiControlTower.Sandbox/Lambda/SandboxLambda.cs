namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="FunctionService"/>, in one region.</summary>
internal sealed class SandboxLambda(LandingZone zone, ServiceDesk desk, string region) : ILambda
{
    public Task<LambdaFunction?> GetFunctionAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("GetFunctionConfiguration", caller => zone.Functions.Describe(caller, region, name), cancellationToken);

    public IAsyncEnumerable<EventSourceMapping> ListEventSourceMappingsAsync(string functionName, CancellationToken cancellationToken) =>
        desk.ListAsync("ListEventSourceMappings", caller => zone.Mappings.List(caller, region, functionName), cancellationToken);

    public async Task<LambdaAnswer> InvokeAsync(string functionName, string payload, CancellationToken cancellationToken)
    {
        var run = await desk.AskAsync(
            "Invoke", caller => zone.Functions.BeginInvoke(caller, region, functionName, payload), cancellationToken).ConfigureAwait(false);
        return await run.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
