namespace SonraiControlTower;

/// <summary>IAM's users, by name.</summary>
public interface IIamUsers
{
    /// <summary>One user (GetUser); null if there is none.</summary>
    Task<IamUser?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Makes a user (CreateUser).</summary>
    /// <exception cref="SonraiException"><c>IamNameExists</c>, <c>IamNotFound</c> for the boundary, <c>IamLimitExceeded</c>, <c>AwsAnswerLost</c>.</exception>
    Task<IamUser> CreateAsync(NewUser user, CancellationToken cancellationToken);

    /// <summary>Deletes a user that has neither policies nor groups nor credentials (DeleteUser).</summary>
    /// <exception cref="SonraiException"><c>IamStillInUse</c>.</exception>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>Bounds a user's permissions (PutUserPermissionsBoundary).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamRefused</c>.</exception>
    Task PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken);

    /// <summary>The names of the groups that a user is in (ListGroupsForUser).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListGroupsAsync(string name, CancellationToken cancellationToken);

    /// <summary>Puts a user into a group (AddUserToGroup); one that is in it stays so.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c> for an eleventh group.</exception>
    Task AddToGroupAsync(string name, string groupName, CancellationToken cancellationToken);

    /// <summary>Takes a user out of a group (RemoveUserFromGroup).</summary>
    Task RemoveFromGroupAsync(string name, string groupName, CancellationToken cancellationToken);
}
