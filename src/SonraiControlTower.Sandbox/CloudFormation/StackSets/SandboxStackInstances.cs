namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="InstanceRequests"/>, in one region.</summary>
internal sealed class SandboxStackInstances(StackSetService sets, ServiceDesk desk, string region) : IStackInstances
{
    public Task<StartedOperation> CreateAsync(StackInstancesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("CreateStackInstances", caller => sets.Requests.Create(caller, region, request), cancellationToken);
    }

    public Task<StartedOperation> UpdateAsync(StackInstancesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("UpdateStackInstances", caller => sets.Requests.Update(caller, region, request), cancellationToken);
    }

    public Task<StartedOperation> DeleteAsync(StackInstancesRequest request, bool retainStacks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("DeleteStackInstances", caller => sets.Requests.Delete(caller, region, request, retainStacks), cancellationToken);
    }

    public IAsyncEnumerable<StackInstance> ListAsync(StackSetRef stackSet, StackInstanceFilter filter, CancellationToken cancellationToken)
    {
        const string Operation = "ListStackInstances";
        ArgumentNullException.ThrowIfNull(filter);
        return desk.ListAsync<StackInstance>(
            Operation,
            caller =>
            {
                var set = sets.Open(caller, region, Operation, stackSet);
                return [.. set.Instances.Values.Where(one => Accepts(filter, one)).Select(one => one.ToStackInstance(set.Id))];
            },
            cancellationToken);
    }

    private static bool Accepts(StackInstanceFilter filter, InstanceState instance) =>
        (filter.Account is null || filter.Account == instance.Key.Account)
        && (filter.Region is null || filter.Region == instance.Key.Region)
        && (filter.DetailedStatus is null || filter.DetailedStatus == instance.Detail)
        && (filter.LastOperationId is null || filter.LastOperationId == instance.LastOperationId);
}
