namespace SonraiControlTower;

/// <summary>
/// The stacks of stack sets in accounts. What makes, updates or removes them only begins an operation, which
/// <see cref="IStackSetOperations"/> tells about.
/// </summary>
/// <remarks>
/// An operation is sent again with the same id where an answer was lost; AWS does it once, and the second answer says so. So
/// <c>StackSetBusy</c> always speaks of somebody else's operation.
/// </remarks>
public interface IStackInstances
{
    /// <summary>Begins to make instances (CreateStackInstances); those that exist already are updated.</summary>
    /// <exception cref="SonraiException"><c>StackSetBusy</c>, <c>StackSetStale</c>, <c>StackSetNotFound</c>, <c>StackSetInvalidOperation</c>, <c>CloudFormationLimitExceeded</c>.</exception>
    Task<StartedOperation> CreateAsync(StackInstancesRequest request, CancellationToken cancellationToken);

    /// <summary>Begins to bring instances up to their set, or to other overrides (UpdateStackInstances).</summary>
    /// <exception cref="SonraiException"><c>StackSetBusy</c>, <c>StackSetStale</c>, <c>StackSetNotFound</c>, <c>StackInstanceNotFound</c>, <c>StackSetInvalidOperation</c>.</exception>
    Task<StartedOperation> UpdateAsync(StackInstancesRequest request, CancellationToken cancellationToken);

    /// <summary>Begins to remove instances (DeleteStackInstances).</summary>
    /// <param name="request">Which, and how.</param>
    /// <param name="retainStacks">True leaves the stacks themselves, and what is in them, in the accounts.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="SonraiException"><c>StackSetBusy</c>, <c>StackSetStale</c>, <c>StackSetNotFound</c>, <c>StackSetInvalidOperation</c>.</exception>
    Task<StartedOperation> DeleteAsync(StackInstancesRequest request, bool retainStacks, CancellationToken cancellationToken);

    /// <summary>The instances of a set (ListStackInstances).</summary>
    /// <exception cref="SonraiException"><c>StackSetNotFound</c>.</exception>
    IAsyncEnumerable<StackInstance> ListAsync(StackSetRef stackSet, StackInstanceFilter filter, CancellationToken cancellationToken);
}
