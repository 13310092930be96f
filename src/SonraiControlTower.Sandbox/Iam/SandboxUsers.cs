namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="UserService"/>.</summary>
internal sealed class SandboxUsers(UserService users, ServiceDesk desk) : IIamUsers
{
    public Task<IamUser?> GetAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("GetUser", caller => users.Get(caller, name), cancellationToken);

    public Task<IamUser> CreateAsync(NewUser user, CancellationToken cancellationToken) =>
        desk.AskAsync("CreateUser", caller => users.Create(caller, user), cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteUser", caller => Absent.IsFine(() => users.Delete(caller, name)), cancellationToken);

    public Task PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken) =>
        desk.AskAsync("PutUserPermissionsBoundary", caller => users.SetBoundary(caller, name, policyArn), cancellationToken);

    public IAsyncEnumerable<string> ListGroupsAsync(string name, CancellationToken cancellationToken) =>
        desk.ListAsync("ListGroupsForUser", caller => users.ListGroups(caller, name), cancellationToken);

    public Task AddToGroupAsync(string name, string groupName, CancellationToken cancellationToken) =>
        desk.AskAsync("AddUserToGroup", caller => users.AddToGroup(caller, name, groupName), cancellationToken);

    public Task RemoveFromGroupAsync(string name, string groupName, CancellationToken cancellationToken) =>
        desk.AskAsync("RemoveUserFromGroup", caller => Absent.IsFine(() => users.RemoveFromGroup(caller, name, groupName)), cancellationToken);
}
