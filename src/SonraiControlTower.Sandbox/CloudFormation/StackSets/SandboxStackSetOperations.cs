namespace SonraiControlTower.Sandbox;

/// <summary>The near side of what operations on stack sets tell, in one region.</summary>
internal sealed class SandboxStackSetOperations(StackSetService sets, ServiceDesk desk, string region) : IStackSetOperations
{
    public IAsyncEnumerable<StackSetOperation> ListAsync(StackSetRef stackSet, CancellationToken cancellationToken)
    {
        const string Operation = "ListStackSetOperations";
        return desk.ListAsync<StackSetOperation>(
            Operation,
            caller => [.. sets.Open(caller, region, Operation, stackSet).Operations.Values.Reverse().Select(one => one.ToStackSetOperation())],
            cancellationToken);
    }

    public Task<StackSetOperation?> DescribeAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken)
    {
        const string Operation = "DescribeStackSetOperation";
        return desk.AskAsync(
            Operation,
            caller => sets.Open(caller, region, Operation, stackSet).Operations.GetValueOrDefault(operationId)?.ToStackSetOperation(),
            cancellationToken);
    }

    public IAsyncEnumerable<StackSetOperationResult> ListResultsAsync(
        StackSetRef stackSet, string operationId, string? status, CancellationToken cancellationToken)
    {
        const string Operation = "ListStackSetOperationResults";
        return desk.ListAsync<StackSetOperationResult>(
            Operation,
            caller => [.. StackSetService.Operation(sets.Open(caller, region, Operation, stackSet), operationId).Results
                .Where(result => status is null || result.Status == status)
                .Select(result => result.ToResult())],
            cancellationToken);
    }

    public Task StopAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken) =>
        desk.AskAsync("StopStackSetOperation", caller => sets.Stop(caller, region, stackSet, operationId), cancellationToken);
}
