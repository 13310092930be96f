namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="StackSetService"/>, in one region.</summary>
internal sealed class SandboxStackSets(StackSetService sets, ServiceDesk desk, string region) : IStackSets
{
    public Task<string> CreateAsync(StackSetDefinition definition, OperationId requestToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return desk.AskAsync("CreateStackSet", caller => sets.Create(caller, region, definition, requestToken.ToString()), cancellationToken);
    }

    public Task<StartedOperation> UpdateAsync(StackSetUpdate update, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(update);
        return desk.AskAsync("UpdateStackSet", caller => sets.Update(caller, region, update), cancellationToken);
    }

    public Task<StackSet?> DescribeAsync(StackSetRef stackSet, CancellationToken cancellationToken) =>
        desk.AskAsync("DescribeStackSet", caller => sets.Describe(caller, region, stackSet), cancellationToken);

    public Task DeleteAsync(StackSetRef stackSet, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteStackSet", caller => sets.Delete(caller, region, stackSet), cancellationToken);
}
