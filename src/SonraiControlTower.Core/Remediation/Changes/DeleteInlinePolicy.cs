namespace SonraiControlTower;

/// <summary>An embedded policy is deleted.</summary>
/// <param name="IdentityArn">The user, role or group.</param>
/// <param name="PolicyName">Its name there.</param>
/// <param name="Before">What it says.</param>
public sealed record DeleteInlinePolicy(string IdentityArn, string PolicyName, string Before) : IamChange
{
    public override string ToString() => $"Delete the embedded policy {PolicyName} of {IamArn.Short(IdentityArn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        await site.InlineAsync(IdentityArn, PolicyName, cancellationToken).ConfigureAwait(false) is not { } now ? Standing.Done
            : PolicyJson.Same(now, Before) ? Standing.NotDone
            : Standing.Else($"the embedded policy {PolicyName} was edited");

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.DeleteInlineAsync(IamArn.IdentityOf(IdentityArn), PolicyName, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.PutInlineAsync(
            IamArn.IdentityOf(IdentityArn), new InlinePolicy(PolicyName, new PolicyDocument(Before)), cancellationToken);
}
