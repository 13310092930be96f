namespace SonraiControlTower;

/// <summary>IAM's roles, by name.</summary>
public interface IIamRoles
{
    /// <summary>One role (GetRole); null if there is none.</summary>
    Task<IamRole?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Makes a role (CreateRole).</summary>
    /// <exception cref="SonraiException"><c>IamNameExists</c>, <c>IamLimitExceeded</c>, <c>MalformedPolicy</c>, <c>AwsAnswerLost</c>.</exception>
    Task<IamRole> CreateAsync(NewRole role, CancellationToken cancellationToken);

    /// <summary>Changes who may assume a role (UpdateAssumeRolePolicy).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>MalformedPolicy</c>, <c>IamUnmodifiable</c>, <c>IamLimitExceeded</c>.</exception>
    Task UpdateTrustPolicyAsync(string name, PolicyDocument trustPolicy, CancellationToken cancellationToken);

    /// <summary>Changes a role's description and how long a session may last (UpdateRole); null leaves the one or the other.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamUnmodifiable</c>.</exception>
    Task UpdateAsync(string name, string? description, TimeSpan? maxSessionDuration, CancellationToken cancellationToken);

    /// <summary>Sets tags of a role (TagRole); other tags stay.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c>.</exception>
    Task TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Bounds a role's permissions (PutRolePermissionsBoundary).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamUnmodifiable</c>, <c>IamRefused</c>.</exception>
    Task PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken);

    /// <summary>Takes a role's bound away (DeleteRolePermissionsBoundary).</summary>
    Task DeletePermissionsBoundaryAsync(string name, CancellationToken cancellationToken);

    /// <summary>Deletes a role that has no policies and is in no instance profile (DeleteRole).</summary>
    /// <exception cref="SonraiException"><c>IamStillInUse</c>, <c>IamUnmodifiable</c>.</exception>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>The names of the instance profiles that carry a role (ListInstanceProfilesForRole).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListInstanceProfilesAsync(string name, CancellationToken cancellationToken);

    /// <summary>Lets an instance profile carry a role (AddRoleToInstanceProfile). It is sent once: AWS refuses a role that is there already.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c> where there is a role already, <c>IamUnmodifiable</c>, <c>AwsAnswerLost</c>.</exception>
    Task AddToInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken);

    /// <summary>Takes a role out of an instance profile (RemoveRoleFromInstanceProfile).</summary>
    Task RemoveFromInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken);
}
