namespace SonraiControlTower;

/// <summary>
/// AWS IAM of one account, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM API Reference</see>.
/// </summary>
/// <remarks>
/// Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached:
/// <see cref="IamProblems"/> has those of its own, <see cref="AwsProblems"/> the common ones. IAM is eventually consistent: what was written may
/// not be seen everywhere for some seconds. What takes away does nothing where there is nothing to take. What must not be done twice (making a
/// role, a policy or a version) is sent once; a lost answer is then <c>AwsAnswerLost</c>.
/// </remarks>
public interface IIam
{
    /// <summary>Roles.</summary>
    IIamRoles Roles { get; }

    /// <summary>Users.</summary>
    IIamUsers Users { get; }

    /// <summary>What users sign in and sign requests with.</summary>
    IIamCredentials Credentials { get; }

    /// <summary>Managed policies and their versions.</summary>
    IIamPolicies Policies { get; }

    /// <summary>Which policies users, groups and roles have.</summary>
    IIdentityPolicies IdentityPolicies { get; }

    /// <summary>
    /// Everything that IAM holds of the account, or only some kinds of it (GetAccountAuthorizationDetails), as the pages come.
    /// </summary>
    /// <param name="kinds">Words of <see cref="IamKind"/>; none for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<IamEntity> GetAccountAuthorizationDetailsAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken);
}
