namespace SonraiControlTower;

/// <summary>A user or role is bounded by another policy.</summary>
/// <param name="IdentityArn">The user or role.</param>
/// <param name="PolicyArn">The policy that is to bound it.</param>
/// <param name="Before">The one that bounds it.</param>
public sealed record PutBoundary(string IdentityArn, string PolicyArn, string Before) : IamChange
{
    public override string ToString() => $"Bound {IamArn.Short(IdentityArn)} by {PolicyArn}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var now = await site.BoundaryAsync(IdentityArn, cancellationToken).ConfigureAwait(false);
        return now == PolicyArn ? Standing.Done : now == Before ? Standing.NotDone : Standing.Else($"its permissions boundary is {now ?? "gone"}");
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) => PutAsync(site, PolicyArn, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) => PutAsync(site, Before, cancellationToken);

    private Task PutAsync(RemediationSite site, string arn, CancellationToken cancellationToken) => IamArn.IdentityOf(IdentityArn) switch
    {
        { Kind: IamKind.User, Name: var name } => site.Iam.Users.PutPermissionsBoundaryAsync(name, arn, cancellationToken),
        { Name: var name } => site.Iam.Roles.PutPermissionsBoundaryAsync(name, arn, cancellationToken),
    };
}
