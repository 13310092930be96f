namespace SonraiControlTower;

/// <summary>Which policies users, groups and roles have. The operation's name has the kind: AttachRolePolicy, AttachUserPolicy, AttachGroupPolicy.</summary>
public interface IIdentityPolicies
{
    /// <summary>The managed policies attached to it (ListAttached…Policies).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<AttachedPolicy> ListAttachedAsync(IamIdentity identity, CancellationToken cancellationToken);

    /// <summary>Attaches a managed policy (Attach…Policy); one that is attached stays so.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c>, <c>IamUnmodifiable</c>, <c>IamRefused</c>.</exception>
    Task AttachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken);

    /// <summary>Detaches a managed policy (Detach…Policy); does nothing if it is not attached.</summary>
    /// <exception cref="SonraiException"><c>IamUnmodifiable</c>.</exception>
    Task DetachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken);

    /// <summary>The names of the policies embedded in it (List…Policies).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListInlineAsync(IamIdentity identity, CancellationToken cancellationToken);

    /// <summary>An embedded policy (Get…Policy); null if there is none.</summary>
    Task<InlinePolicy?> GetInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken);

    /// <summary>Embeds a policy, or replaces the one of that name (Put…Policy).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>, <c>IamLimitExceeded</c>, <c>MalformedPolicy</c>, <c>IamUnmodifiable</c>.</exception>
    Task PutInlineAsync(IamIdentity identity, InlinePolicy policy, CancellationToken cancellationToken);

    /// <summary>Takes an embedded policy away (Delete…Policy); does nothing if there is none.</summary>
    /// <exception cref="SonraiException"><c>IamUnmodifiable</c>.</exception>
    Task DeleteInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken);
}
