namespace SonraiControlTower;

/// <summary>CloudFormation's change sets of stacks: what would be done, looked at before it is.</summary>
public interface IChangeSets
{
    /// <summary>
    /// Begins to make a change set (CreateChangeSet); it can be looked at once <see cref="DescribeAsync"/> says CREATE_COMPLETE. One for a new stack
    /// makes the stack in the state REVIEW_IN_PROGRESS.
    /// </summary>
    /// <exception cref="SonraiException"><c>StackNameExists</c>, <c>InsufficientCapabilities</c>, <c>CloudFormationRefused</c>.</exception>
    Task<ChangeSet> CreateAsync(ChangeSetRequest request, CancellationToken cancellationToken);

    /// <summary>A change set with all its changes (DescribeChangeSet); null if there is none.</summary>
    Task<ChangeSet?> DescribeAsync(string stackName, string name, CancellationToken cancellationToken);

    /// <summary>Begins to do what a change set says (ExecuteChangeSet).</summary>
    /// <exception cref="SonraiException"><c>CloudFormationRefused</c> for one that cannot be executed.</exception>
    Task ExecuteAsync(string stackName, string name, OperationId requestToken, CancellationToken cancellationToken);

    /// <summary>Deletes a change set (DeleteChangeSet). One that does not exist is deleted already.</summary>
    Task DeleteAsync(string stackName, string name, CancellationToken cancellationToken);
}
