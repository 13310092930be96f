namespace SonraiControlTower;

/// <summary>IAM's managed policies, by ARN, and their versions.</summary>
public interface IIamPolicies
{
    /// <summary>One policy (GetPolicy); null if there is none.</summary>
    Task<ManagedPolicy?> GetAsync(string arn, CancellationToken cancellationToken);

    /// <summary>Makes a policy with its first version (CreatePolicy).</summary>
    /// <exception cref="SonraiException"><c>IamNameExists</c>, <c>IamLimitExceeded</c>, <c>MalformedPolicy</c>, <c>AwsAnswerLost</c>.</exception>
    Task<ManagedPolicy> CreateAsync(NewPolicy policy, CancellationToken cancellationToken);

    /// <summary>Deletes a policy that nobody has and whose other versions are gone (DeletePolicy).</summary>
    /// <exception cref="SonraiException"><c>IamStillInUse</c>.</exception>
    Task DeleteAsync(string arn, CancellationToken cancellationToken);

    /// <summary>One version with what it says (GetPolicyVersion); null if there is none.</summary>
    Task<PolicyVersion?> GetVersionAsync(string arn, string versionId, CancellationToken cancellationToken);

    /// <summary>The versions, without what they say (ListPolicyVersions).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<PolicyVersion> ListVersionsAsync(string arn, CancellationToken cancellationToken);

    /// <summary>Makes a version (CreatePolicyVersion). It is sent once: done twice it would make two.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c> for a sixth, <c>MalformedPolicy</c>, <c>AwsAnswerLost</c>.</exception>
    Task<PolicyVersion> CreateVersionAsync(string arn, PolicyDocument document, bool setAsDefault, CancellationToken cancellationToken);

    /// <summary>Puts a version in force (SetDefaultPolicyVersion).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    Task SetDefaultVersionAsync(string arn, string versionId, CancellationToken cancellationToken);

    /// <summary>Deletes a version that is not in force (DeletePolicyVersion).</summary>
    /// <exception cref="SonraiException"><c>IamStillInUse</c> for the one in force.</exception>
    Task DeleteVersionAsync(string arn, string versionId, CancellationToken cancellationToken);

    /// <summary>The account's own policies below a path (ListPolicies with Scope=Local); this tells neither tags nor descriptions.</summary>
    /// <param name="path"><c>/</c>, or <c>/…/</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<ManagedPolicy> ListAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Who has a policy, attached or as a boundary (ListEntitiesForPolicy); whoever has it both ways comes twice, for AWS tells the two apart.
    /// </summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<PolicyHolder> ListHoldersAsync(string arn, CancellationToken cancellationToken);

    /// <summary>Sets tags of a policy (TagPolicy); other tags stay.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c>.</exception>
    Task TagAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);
}
