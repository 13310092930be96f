namespace SonraiControlTower;

/// <summary>A user is deleted, once it has neither policies nor groups nor credentials.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Path">Its path.</param>
/// <param name="PermissionsBoundaryArn">What bounds it; null for nothing.</param>
/// <param name="Tags">Its tags.</param>
public sealed record DeleteUser(string Arn, string Path, string? PermissionsBoundaryArn, IReadOnlyDictionary<string, string> Tags) : IamChange
{
    public override string Loss => $"{IamArn.Short(Arn)} comes back with another unique id, so that policies which name the old id do not mean it any more";

    public override string ToString() => $"Delete {IamArn.Short(Arn)}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        Standing.Of(await site.Iam.Users.GetAsync(Name, cancellationToken).ConfigureAwait(false) is null);

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) => site.Iam.Users.DeleteAsync(Name, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) => site.Iam.Users.CreateAsync(
        new NewUser { Name = Name, Path = Path, PermissionsBoundaryArn = PermissionsBoundaryArn, Tags = Tags }, cancellationToken);

    private string Name => IamArn.NameOf(Arn);
}
