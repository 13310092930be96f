namespace SonraiControlTower;

/// <summary>
/// Changes nothing: reads from IAM what the identity has by now, and tries its recorded calls once more, without the policies that are still to go.
/// </summary>
/// <param name="IdentityArn">The user, role or group.</param>
/// <param name="Before">What the identity had.</param>
/// <param name="Going">The ARNs of attached policies, and the names of embedded ones, that the next steps take away.</param>
/// <param name="Coming">Embedded policies that the next steps write: documents by name.</param>
/// <param name="Expected">How many policies it must have then; fewer means that IAM does not show all of them yet.</param>
public sealed record VerifyAccess(
    string IdentityArn, PolicyCollection Before, IReadOnlyList<string> Going, IReadOnlyDictionary<string, string> Coming, int Expected) : IamChange
{
    public override string ToString() => Going.Count + Coming.Count == 0
        ? $"Verify that {IamArn.Short(IdentityArn)} may do all that it was recorded to do"
        : $"Verify that {IamArn.Short(IdentityArn)} may do all that it was recorded to do, with the new policies alone";

    internal override Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) => Task.FromResult(Standing.NotDone);

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) => site.VerifyAsync(this, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) => Task.CompletedTask;
}
