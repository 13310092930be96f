namespace SonraiControlTower;

/// <summary>CloudFormation's stack sets.</summary>
public interface IStackSets
{
    /// <summary>
    /// Makes a stack set (CreateStackSet) and gives its id. A request that AWS received before, by its token, is not done twice.
    /// </summary>
    /// <exception cref="SonraiException"><c>StackSetNameExists</c>, <c>StackSetCreatedOtherwise</c>, <c>CloudFormationLimitExceeded</c>.</exception>
    Task<string> CreateAsync(StackSetDefinition definition, OperationId requestToken, CancellationToken cancellationToken);

    /// <summary>Begins to change a stack set and its instances (UpdateStackSet).</summary>
    /// <exception cref="SonraiException">
    /// <c>StackSetBusy</c> for another operation than this, <c>StackSetStale</c>, <c>StackSetNotFound</c>, <c>StackInstanceNotFound</c>,
    /// <c>StackSetInvalidOperation</c>.
    /// </exception>
    Task<StartedOperation> UpdateAsync(StackSetUpdate update, CancellationToken cancellationToken);

    /// <summary>One stack set with its template and parameters (DescribeStackSet); null if there is none.</summary>
    Task<StackSet?> DescribeAsync(StackSetRef stackSet, CancellationToken cancellationToken);

    /// <summary>Deletes a stack set (DeleteStackSet). One that does not exist is deleted already.</summary>
    /// <exception cref="SonraiException"><c>StackSetNotEmpty</c>, <c>StackSetBusy</c>.</exception>
    Task DeleteAsync(StackSetRef stackSet, CancellationToken cancellationToken);
}
