namespace SonraiControlTower;

/// <summary>A managed policy is detached; it stays in the account.</summary>
/// <param name="IdentityArn">The user, role or group.</param>
/// <param name="PolicyArn">The policy.</param>
/// <param name="Document">What it says: another document means that somebody has edited it.</param>
public sealed record DetachPolicy(string IdentityArn, string PolicyArn, string Document) : IamChange
{
    public override string ToString() => $"Detach {PolicyArn} from {IamArn.Short(IdentityArn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        if (await site.Iam.Policies.GetAsync(PolicyArn, cancellationToken).ConfigureAwait(false) is not { } policy)
        {
            return Standing.Else($"the policy {PolicyArn} was deleted");
        }

        // AWS edits its own policies; that is nobody's later change.
        return IamArn.IsOfAws(PolicyArn) || PolicyJson.Same(await site.DocumentAsync(policy, cancellationToken).ConfigureAwait(false), Document)
            ? Standing.Of(!await site.HasAsync(IdentityArn, PolicyArn, cancellationToken).ConfigureAwait(false))
            : Standing.Else($"the policy {PolicyArn} was edited: {policy.DefaultVersionId} is in force");
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.DetachAsync(IamArn.IdentityOf(IdentityArn), PolicyArn, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.AttachAsync(IamArn.IdentityOf(IdentityArn), PolicyArn, cancellationToken);
}
