using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>The policies of users, groups and roles over the wire.</summary>
internal sealed class IdentityPoliciesAdapter(QueryClient client) : IIdentityPolicies
{
    public IAsyncEnumerable<AttachedPolicy> ListAttachedAsync(IamIdentity identity, CancellationToken cancellationToken) =>
        client.PagesAsync(IdentityOperations.Of(identity).ListAttached, "Marker", () => Named(identity), cancellationToken);

    public Task AttachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken) =>
        client.SendAsync(IdentityOperations.Of(identity).Attach, Named(identity).Add("PolicyArn", policyArn), cancellationToken);

    public Task DetachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(
            client.SendAsync(IdentityOperations.Of(identity).Detach, Named(identity).Add("PolicyArn", policyArn), cancellationToken));

    public IAsyncEnumerable<string> ListInlineAsync(IamIdentity identity, CancellationToken cancellationToken) =>
        client.PagesAsync(IdentityOperations.Of(identity).ListInline, "Marker", () => Named(identity), cancellationToken);

    public Task<InlinePolicy?> GetInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken) =>
        IamGone.OrNullAsync(client.SendAsync(IdentityOperations.Of(identity).GetInline, Inline(identity, policyName), cancellationToken));

    public Task PutInlineAsync(IamIdentity identity, InlinePolicy policy, CancellationToken cancellationToken) =>
        client.SendAsync(
            IdentityOperations.Of(identity).PutInline,
            Inline(identity, policy.Name).Add("PolicyDocument", policy.Document.Json),
            cancellationToken);

    public Task DeleteInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(
            client.SendAsync(IdentityOperations.Of(identity).DeleteInline, Inline(identity, policyName), cancellationToken));

    private static QueryForm Named(IamIdentity identity) =>
        new QueryForm().Add(IdentityOperations.Of(identity).NameField, identity.Name);

    private static QueryForm Inline(IamIdentity identity, string policyName) => Named(identity).Add("PolicyName", policyName);
}
