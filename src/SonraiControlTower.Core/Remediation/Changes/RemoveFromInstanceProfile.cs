namespace SonraiControlTower;

/// <summary>An instance profile loses its role.</summary>
/// <param name="RoleName">The role.</param>
/// <param name="ProfileName">The instance profile.</param>
public sealed record RemoveFromInstanceProfile(string RoleName, string ProfileName) : IamChange
{
    public override string ToString() => $"Take role {RoleName} out of the instance profile {ProfileName}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        Standing.Of(
            await site.Iam.Roles.GetAsync(RoleName, cancellationToken).ConfigureAwait(false) is null
            || !await site.Iam.Roles.ListInstanceProfilesAsync(RoleName, cancellationToken)
                .ContainsAsync(ProfileName, cancellationToken: cancellationToken).ConfigureAwait(false));

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Roles.RemoveFromInstanceProfileAsync(ProfileName, RoleName, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Roles.AddToInstanceProfileAsync(ProfileName, RoleName, cancellationToken);
}
