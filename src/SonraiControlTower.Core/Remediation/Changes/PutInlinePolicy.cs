namespace SonraiControlTower;

/// <summary>An embedded policy is written.</summary>
/// <param name="IdentityArn">The user, role or group.</param>
/// <param name="PolicyName">Its name there.</param>
/// <param name="Document">What it is to say.</param>
/// <param name="Before">What it says; null where there is none of that name.</param>
public sealed record PutInlinePolicy(string IdentityArn, string PolicyName, string Document, string? Before) : IamChange
{
    public override string ToString() => $"{(Before is null ? "Embed the policy" : "Rewrite the embedded policy")} {PolicyName} in {IamArn.Short(IdentityArn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var now = await site.InlineAsync(IdentityArn, PolicyName, cancellationToken).ConfigureAwait(false);
        return now is not null && PolicyJson.Same(now, Document) ? Standing.Done
            : now is null ? (Before is null ? Standing.NotDone : Standing.Else($"the embedded policy {PolicyName} was deleted"))
            : Before is not null && PolicyJson.Same(now, Before) ? Standing.NotDone
            : Standing.Else($"the embedded policy {PolicyName} was edited");
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) => PutAsync(site, Document, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) => Before is null
        ? site.Iam.IdentityPolicies.DeleteInlineAsync(IamArn.IdentityOf(IdentityArn), PolicyName, cancellationToken)
        : PutAsync(site, Before, cancellationToken);

    private Task PutAsync(RemediationSite site, string document, CancellationToken cancellationToken) =>
        site.Iam.IdentityPolicies.PutInlineAsync(
            IamArn.IdentityOf(IdentityArn), new InlinePolicy(PolicyName, new PolicyDocument(document)), cancellationToken);
}
