namespace SonraiControlTower;

/// <summary>
/// A version of a managed policy that is not in force is deleted, to make room for another: IAM keeps five. What it says comes back under another
/// number, since IAM never gives a number twice.
/// </summary>
/// <param name="PolicyArn">The policy.</param>
/// <param name="VersionId">The version.</param>
/// <param name="Document">What it says.</param>
public sealed record DeletePolicyVersion(string PolicyArn, string VersionId, string Document) : IamChange
{
    public override string? Loss => $"version {VersionId} of {PolicyArn} comes back with another number";

    public override string ToString() => $"Delete {VersionId} of {PolicyArn}, the oldest version not in force, to make room";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        if (await site.Iam.Policies.GetAsync(PolicyArn, cancellationToken).ConfigureAwait(false) is null)
        {
            return Standing.Else($"the policy {PolicyArn} was deleted");
        }

        var versions = await site.Iam.Policies.ListVersionsAsync(PolicyArn, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var version in versions.Where(version => !version.IsDefault))
        {
            var whole = await site.Iam.Policies.GetVersionAsync(PolicyArn, version.VersionId, cancellationToken).ConfigureAwait(false);
            if (whole?.Document is { } document && PolicyJson.Same(document.Json, Document))
            {
                return Standing.NotDone;
            }
        }

        return Standing.Done;
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Policies.DeleteVersionAsync(PolicyArn, VersionId, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Policies.CreateVersionAsync(PolicyArn, new PolicyDocument(Document), setAsDefault: false, cancellationToken);
}
