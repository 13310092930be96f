namespace SonraiControlTower;

/// <summary>A role is deleted, once it has neither policies nor instance profiles.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Path">Its path.</param>
/// <param name="TrustPolicy">Who may assume it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="MaxSessionSeconds">How long a session may last; null for AWS's default.</param>
/// <param name="PermissionsBoundaryArn">What bounds it; null for nothing.</param>
/// <param name="Tags">Its tags.</param>
public sealed record DeleteRole(
    string Arn, string Path, string TrustPolicy, string? Description, int? MaxSessionSeconds, string? PermissionsBoundaryArn, IReadOnlyDictionary<string, string> Tags)
    : IamChange
{
    public override string Loss => $"{IamArn.Short(Arn)} comes back with another unique id, so that policies which name the old id do not mean it any more";

    public override string ToString() => $"Delete {IamArn.Short(Arn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        Standing.Of(await site.Iam.Roles.GetAsync(Name, cancellationToken).ConfigureAwait(false) is null);

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) => site.Iam.Roles.DeleteAsync(Name, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) => site.Iam.Roles.CreateAsync(
        new NewRole
        {
            Name = Name,
            Path = Path,
            TrustPolicy = new PolicyDocument(TrustPolicy),
            Description = Description,
            MaxSessionDuration = MaxSessionSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            PermissionsBoundaryArn = PermissionsBoundaryArn,
            Tags = Tags,
        },
        cancellationToken);

    private string Name => IamArn.NameOf(Arn);
}
