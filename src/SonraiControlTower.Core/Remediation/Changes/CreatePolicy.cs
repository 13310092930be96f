namespace SonraiControlTower;

/// <summary>A managed policy is made.</summary>
/// <param name="Arn">The ARN that it gets.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path.</param>
/// <param name="Document">What it says.</param>
/// <param name="HolderArn">The one identity that is to have it.</param>
/// <param name="Tags">Its tags; <see cref="RemediationTags.Id"/> tells whose it is.</param>
public sealed record CreatePolicy(
    string Arn, string Name, string Path, string Document, string HolderArn, IReadOnlyDictionary<string, string> Tags) : IamChange
{
    public override string ToString() => $"Create the policy {Arn}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        if (await site.Iam.Policies.GetAsync(Arn, cancellationToken).ConfigureAwait(false) is not { } policy)
        {
            return Standing.NotDone;
        }

        if (policy.Tags.GetValueOrDefault(RemediationTags.Id) != Tags[RemediationTags.Id])
        {
            return Standing.Else($"there is another policy {Arn}");
        }

        if (!PolicyJson.Same(await site.DocumentAsync(policy, cancellationToken).ConfigureAwait(false), Document))
        {
            return Standing.Else($"the policy {Arn} was edited: {policy.DefaultVersionId} is in force");
        }

        var others = await site.Iam.Policies.ListHoldersAsync(Arn, cancellationToken)
            .Where(entity => entity.Identity != IamArn.IdentityOf(HolderArn)).Select(entity => $"{entity.Identity}").ToListAsync(cancellationToken).ConfigureAwait(false);
        return others.Count == 0 ? Standing.Done : Standing.Else($"the policy {Arn} was given to {string.Join(", ", others)}, too");
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Policies.CreateAsync(
            new NewPolicy
            {
                Name = Name,
                Path = Path,
                Document = new PolicyDocument(Document),
                Description = $"Made by SonraiControlTower for {HolderArn[(HolderArn.LastIndexOf(':') + 1)..]}.",
                Tags = Tags,
            },
            cancellationToken);

    internal override async Task UndoAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        await foreach (var version in site.Iam.Policies.ListVersionsAsync(Arn, cancellationToken).ConfigureAwait(false))
        {
            if (!version.IsDefault)
            {
                await site.Iam.Policies.DeleteVersionAsync(Arn, version.VersionId, cancellationToken).ConfigureAwait(false);
            }
        }

        await site.Iam.Policies.DeleteAsync(Arn, cancellationToken).ConfigureAwait(false);
    }
}
