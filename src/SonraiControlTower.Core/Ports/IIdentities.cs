namespace SonraiControlTower;

/// <summary>The identities of the estate and their policies. What is imported takes the place of what was known of the same account.</summary>
public interface IIdentities
{
    /// <summary>
    /// Reads files as the AWS CLI writes them (<c>aws iam get-account-authorization-details</c>), and of organizations; a folder is searched through.
    /// A file that is none of these is told to <paramref name="problem"/>, and the others are read.
    /// </summary>
    /// <exception cref="SonraiException"><c>IdentityPathNotFound</c>.</exception>
    IAsyncEnumerable<SonraiIdentityImport> ImportAsync(string path, Action<Problem> problem, CancellationToken cancellationToken);

    /// <summary>Takes what IAM told of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="source">How it was asked, for the answer.</param>
    /// <param name="entities">What IAM told.</param>
    /// <param name="problem">Is told of policies that cannot be understood.</param>
    /// <param name="cancellationToken">Stops; what was known before stays.</param>
    Task<SonraiIdentityImport> ImportAsync(
        AccountId account, string source, IAsyncEnumerable<IamEntity> entities, Action<Problem> problem, CancellationToken cancellationToken);

    /// <summary>Takes the policies of the organization.</summary>
    Task<SonraiIdentityImport> ImportAsync(OrganizationPolicies policies, string source, Action<Problem> problem, CancellationToken cancellationToken);

    /// <summary>The ARNs of the users and roles that are known, in their order.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);

    /// <summary>The ARNs of the users that are in a group, as far as they are known; none for what is no group.</summary>
    IAsyncEnumerable<string> ListMembersAsync(string groupArn, CancellationToken cancellationToken);
}
