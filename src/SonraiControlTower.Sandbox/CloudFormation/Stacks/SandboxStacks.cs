namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="StackService"/>, in one region.</summary>
internal sealed class SandboxStacks(StackService stacks, ServiceDesk desk, string region) : IStacks
{
    public Task<string> CreateAsync(StackRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("CreateStack", caller => stacks.Create(caller, region, request), cancellationToken);
    }

    public Task<StackUpdate> UpdateAsync(StackRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("UpdateStack", caller => stacks.Update(caller, region, request), cancellationToken);
    }

    public Task DeleteAsync(string name, OperationId requestToken, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteStack", caller => stacks.Delete(caller, region, name, requestToken.ToString()), cancellationToken);

    public Task<CloudFormationStack?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        const string Operation = "DescribeStacks";
        return desk.AskAsync(Operation, caller => stacks.Describe(caller, region, Operation, name)?.ToCloudFormationStack(), cancellationToken);
    }

    public IAsyncEnumerable<StackEvent> ListEventsAsync(string name, CancellationToken cancellationToken)
    {
        const string Operation = "DescribeStackEvents";
        return desk.ListAsync<StackEvent>(
            Operation, caller => [.. stacks.DemandStack(caller, region, Operation, name).Events.Reverse()], cancellationToken);
    }

    public IAsyncEnumerable<StackResource> ListResourcesAsync(string name, CancellationToken cancellationToken)
    {
        const string Operation = "ListStackResources";
        return desk.ListAsync<StackResource>(
            Operation,
            caller => [.. stacks.DemandStack(caller, region, Operation, name).Parts.Select(part => part.ToStackResource())],
            cancellationToken);
    }

    public Task<string?> GetTemplateAsync(string name, CancellationToken cancellationToken)
    {
        const string Operation = "GetTemplate";
        return desk.AskAsync(Operation, caller => stacks.Describe(caller, region, Operation, name)?.Template.Body, cancellationToken);
    }
}
