namespace SonraiControlTower;

/// <summary>CloudFormation's stacks of the caller's own account.</summary>
public interface IStacks
{
    /// <summary>
    /// Begins to make a stack (CreateStack) and gives its id; it is there once <see cref="DescribeAsync"/> says so. A request that AWS received
    /// before, by its token, is not done twice.
    /// </summary>
    /// <exception cref="SonraiException"><c>StackNameExists</c>, <c>InsufficientCapabilities</c>, <c>CloudFormationLimitExceeded</c>.</exception>
    Task<string> CreateAsync(StackRequest request, CancellationToken cancellationToken);

    /// <summary>Begins to update a stack (UpdateStack). That there is nothing to do is a result.</summary>
    /// <exception cref="SonraiException"><c>InsufficientCapabilities</c>; <c>CloudFormationRefused</c> for a stack that does not exist or is busy.</exception>
    Task<StackUpdate> UpdateAsync(StackRequest request, CancellationToken cancellationToken);

    /// <summary>Begins to delete a stack (DeleteStack). A stack that does not exist is deleted already.</summary>
    Task DeleteAsync(string name, OperationId requestToken, CancellationToken cancellationToken);

    /// <summary>One stack by its name or id (DescribeStacks); null if there is none. By id, a deleted stack is found for 90 days.</summary>
    Task<CloudFormationStack?> DescribeAsync(string name, CancellationToken cancellationToken);

    /// <summary>What happened to a stack, the newest first (DescribeStackEvents).</summary>
    /// <exception cref="SonraiException"><c>CloudFormationRefused</c> for a stack that does not exist.</exception>
    IAsyncEnumerable<StackEvent> ListEventsAsync(string name, CancellationToken cancellationToken);

    /// <summary>The resources of a stack (ListStackResources).</summary>
    /// <exception cref="SonraiException"><c>CloudFormationRefused</c> for a stack that does not exist.</exception>
    IAsyncEnumerable<StackResource> ListResourcesAsync(string name, CancellationToken cancellationToken);

    /// <summary>The template of a stack as it was given (GetTemplate); null if there is no such stack.</summary>
    Task<string?> GetTemplateAsync(string name, CancellationToken cancellationToken);
}
