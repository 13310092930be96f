namespace SonraiControlTower;

/// <summary>A managed policy is attached.</summary>
/// <param name="IdentityArn">The user, role or group.</param>
/// <param name="PolicyArn">The policy.</param>
public sealed record AttachPolicy(string IdentityArn, string PolicyArn) : IamChange
{
    public override string ToString() => $"Attach {PolicyArn} to {IamArn.Short(IdentityArn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        Standing.Of(await site.HasAsync(IdentityArn, PolicyArn, cancellationToken).ConfigureAwait(false));

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.AttachAsync(IamArn.IdentityOf(IdentityArn), PolicyArn, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.DetachAsync(IamArn.IdentityOf(IdentityArn), PolicyArn, cancellationToken);
}
