namespace SonraiControlTower;

/// <summary>A managed policy gets a new version, which is put in force.</summary>
/// <param name="PolicyArn">The policy.</param>
/// <param name="Document">What the new version says.</param>
/// <param name="VersionBefore">The version that is in force.</param>
/// <param name="VersionsBefore">All versions that there are.</param>
public sealed record CreatePolicyVersion(
    string PolicyArn, string Document, string VersionBefore, IReadOnlyList<string> VersionsBefore) : IamChange
{
    public override string ToString() => $"Put a new version of {PolicyArn} in force, in the place of {VersionBefore}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        if (await site.Iam.Policies.GetAsync(PolicyArn, cancellationToken).ConfigureAwait(false) is not { } policy)
        {
            return Standing.Else($"the policy {PolicyArn} was deleted");
        }

        return policy.DefaultVersionId == VersionBefore ? Standing.NotDone
            : !VersionsBefore.Contains(policy.DefaultVersionId)
                && PolicyJson.Same(await site.DocumentAsync(policy, cancellationToken).ConfigureAwait(false), Document) ? Standing.Done
            : Standing.Else($"the policy {PolicyArn} was edited: {policy.DefaultVersionId} is in force");
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Policies.CreateVersionAsync(PolicyArn, new PolicyDocument(Document), setAsDefault: true, cancellationToken);

    internal override async Task UndoAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var made = (await site.Iam.Policies.GetAsync(PolicyArn, cancellationToken).ConfigureAwait(false))!.DefaultVersionId;
        await site.Iam.Policies.SetDefaultVersionAsync(PolicyArn, VersionBefore, cancellationToken).ConfigureAwait(false);
        await site.Iam.Policies.DeleteVersionAsync(PolicyArn, made, cancellationToken).ConfigureAwait(false);
    }
}
