namespace SonraiControlTower;

/// <summary>The operations on stack sets.</summary>
public interface IStackSetOperations
{
    /// <summary>The operations on a set, the newest first (ListStackSetOperations).</summary>
    /// <exception cref="SonraiException"><c>StackSetNotFound</c>.</exception>
    IAsyncEnumerable<StackSetOperation> ListAsync(StackSetRef stackSet, CancellationToken cancellationToken);

    /// <summary>One operation (DescribeStackSetOperation); null if the set has none with that id.</summary>
    /// <exception cref="SonraiException"><c>StackSetNotFound</c>.</exception>
    Task<StackSetOperation?> DescribeAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken);

    /// <summary>What an operation did, or has done so far, in each account and region (ListStackSetOperationResults).</summary>
    /// <param name="stackSet">The set.</param>
    /// <param name="operationId">The operation.</param>
    /// <param name="status">Only those with this status, such as FAILED; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SonraiException"><c>StackSetNotFound</c>, <c>StackSetOperationNotFound</c>.</exception>
    IAsyncEnumerable<StackSetOperationResult> ListResultsAsync(
        StackSetRef stackSet, string operationId, string? status, CancellationToken cancellationToken);

    /// <summary>Asks a running operation to stop (StopStackSetOperation); it becomes STOPPING, then STOPPED.</summary>
    /// <exception cref="SonraiException"><c>StackSetInvalidOperation</c> if it has ended, <c>StackSetOperationNotFound</c>.</exception>
    Task StopAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken);
}
