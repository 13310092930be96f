using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>IAM's users over the wire.</summary>
internal sealed class IamUsersAdapter(QueryClient client) : IIamUsers
{
    public Task<IamUser?> GetAsync(string name, CancellationToken cancellationToken) =>
        IamGone.OrNullAsync(client.SendAsync(IamService.GetUser, Named(name), cancellationToken));

    public Task<IamUser> CreateAsync(NewUser user, CancellationToken cancellationToken) =>
        client.SendAsync(
            IamService.CreateUser,
            Named(user.Name)
                .Add("Path", user.Path)
                .Add("PermissionsBoundary", user.PermissionsBoundaryArn)
                .AddTags(user.Tags is { Count: > 0 } tags ? tags : null),
            cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(IamService.DeleteUser, Named(name), cancellationToken));

    public Task PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.PutUserPermissionsBoundary, Named(name).Add("PermissionsBoundary", policyArn), cancellationToken);

    public IAsyncEnumerable<string> ListGroupsAsync(string name, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListGroupsForUser, "Marker", () => Named(name), cancellationToken);

    public Task AddToGroupAsync(string name, string groupName, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.AddUserToGroup, Named(name).Add("GroupName", groupName), cancellationToken);

    public Task RemoveFromGroupAsync(string name, string groupName, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(IamService.RemoveUserFromGroup, Named(name).Add("GroupName", groupName), cancellationToken));

    private static QueryForm Named(string name) => new QueryForm().Add("UserName", name);
}
