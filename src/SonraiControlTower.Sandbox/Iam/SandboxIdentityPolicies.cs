namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="AttachmentService"/>.</summary>
internal sealed class SandboxIdentityPolicies(AttachmentService attachments, ServiceDesk desk) : IIdentityPolicies
{
    public IAsyncEnumerable<AttachedPolicy> ListAttachedAsync(IamIdentity identity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return desk.ListAsync($"ListAttached{identity.Kind}Policies", caller => attachments.ListAttached(caller, identity), cancellationToken);
    }

    public Task AttachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken) =>
        desk.AskAsync($"Attach{identity.Kind}Policy", caller => attachments.Attach(caller, identity, policyArn), cancellationToken);

    public Task DetachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken) =>
        desk.AskAsync(
            $"Detach{identity.Kind}Policy", caller => Absent.IsFine(() => attachments.Detach(caller, identity, policyArn)), cancellationToken);

    public IAsyncEnumerable<string> ListInlineAsync(IamIdentity identity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return desk.ListAsync($"List{identity.Kind}Policies", caller => attachments.ListInline(caller, identity), cancellationToken);
    }

    public Task<InlinePolicy?> GetInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken) =>
        desk.AskAsync($"Get{identity.Kind}Policy", caller => attachments.GetInline(caller, identity, policyName), cancellationToken);

    public Task PutInlineAsync(IamIdentity identity, InlinePolicy policy, CancellationToken cancellationToken) =>
        desk.AskAsync($"Put{identity.Kind}Policy", caller => attachments.PutInline(caller, identity, policy), cancellationToken);

    public Task DeleteInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken) =>
        desk.AskAsync(
            $"Delete{identity.Kind}Policy", caller => Absent.IsFine(() => attachments.DeleteInline(caller, identity, policyName)), cancellationToken);
}
