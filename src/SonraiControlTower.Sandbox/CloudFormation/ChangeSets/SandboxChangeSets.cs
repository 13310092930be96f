namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="ChangeSetService"/>, in one region.</summary>
internal sealed class SandboxChangeSets(ChangeSetService sets, ServiceDesk desk, string region) : IChangeSets
{
    public Task<ChangeSet> CreateAsync(ChangeSetRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.AskAsync("CreateChangeSet", caller => sets.Create(caller, region, request), cancellationToken);
    }

    public Task<ChangeSet?> DescribeAsync(string stackName, string name, CancellationToken cancellationToken) =>
        desk.AskAsync("DescribeChangeSet", caller => sets.Describe(caller, region, stackName, name), cancellationToken);

    public Task ExecuteAsync(string stackName, string name, OperationId requestToken, CancellationToken cancellationToken) =>
        desk.AskAsync("ExecuteChangeSet", caller => sets.Execute(caller, region, stackName, name, requestToken.ToString()), cancellationToken);

    public Task DeleteAsync(string stackName, string name, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteChangeSet", caller => sets.Delete(caller, region, stackName, name), cancellationToken);
}
