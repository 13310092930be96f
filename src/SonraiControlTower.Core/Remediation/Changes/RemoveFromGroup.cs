namespace SonraiControlTower;

/// <summary>A user leaves a group.</summary>
/// <param name="UserName">The user.</param>
/// <param name="GroupName">The group.</param>
public sealed record RemoveFromGroup(string UserName, string GroupName) : IamChange
{
    public override string ToString() => $"Take user {UserName} out of the group {GroupName}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        Standing.Of(
            await site.Iam.Users.GetAsync(UserName, cancellationToken).ConfigureAwait(false) is null
            || !await site.Iam.Users.ListGroupsAsync(UserName, cancellationToken).ContainsAsync(GroupName, cancellationToken: cancellationToken).ConfigureAwait(false));

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Users.RemoveFromGroupAsync(UserName, GroupName, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Users.AddToGroupAsync(UserName, GroupName, cancellationToken);
}
