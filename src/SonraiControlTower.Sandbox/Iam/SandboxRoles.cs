namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="RoleService"/> and <see cref="InstanceProfileService"/>.</summary>
internal sealed class SandboxRoles(RoleService roles, InstanceProfileService profiles, ServiceDesk desk) : IIamRoles
{
    public Task<IamRole?> GetAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("GetRole", caller => roles.Get(caller, name)?.ToIamRole(), cancellationToken);

    public Task<IamRole> CreateAsync(NewRole role, CancellationToken cancellationToken) =>
        desk.AskAsync("CreateRole", caller => roles.Create(caller, role).ToIamRole(), cancellationToken);

    public Task UpdateTrustPolicyAsync(string name, PolicyDocument trustPolicy, CancellationToken cancellationToken) =>
        desk.AskAsync("UpdateAssumeRolePolicy", caller => roles.UpdateTrust(caller, name, trustPolicy), cancellationToken);

    public Task UpdateAsync(string name, string? description, TimeSpan? maxSessionDuration, CancellationToken cancellationToken) =>
        desk.AskAsync("UpdateRole", caller => roles.Update(caller, name, description, maxSessionDuration), cancellationToken);

    public Task TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        desk.AskAsync("TagRole", caller => roles.Tag(caller, name, tags), cancellationToken);

    public Task PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken) =>
        desk.AskAsync("PutRolePermissionsBoundary", caller => roles.SetBoundary(caller, name, policyArn), cancellationToken);

    public Task DeletePermissionsBoundaryAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteRolePermissionsBoundary", caller => Absent.IsFine(() => roles.SetBoundary(caller, name, policyArn: null)), cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteRole", caller => Absent.IsFine(() => roles.Delete(caller, name)), cancellationToken);

    public IAsyncEnumerable<string> ListInstanceProfilesAsync(string name, CancellationToken cancellationToken) =>
        desk.ListAsync("ListInstanceProfilesForRole", caller => profiles.List(caller, name), cancellationToken);

    public Task AddToInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken) =>
        desk.AskAsync("AddRoleToInstanceProfile", caller => profiles.Add(caller, profileName, name), cancellationToken);

    public Task RemoveFromInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken) =>
        desk.AskAsync(
            "RemoveRoleFromInstanceProfile", caller => Absent.IsFine(() => profiles.Remove(caller, profileName, name)), cancellationToken);
}

/// <summary>What takes away does nothing where there is nothing to take, as the port says.</summary>
internal static class Absent
{
    public static void IsFine(Action removal)
    {
        try
        {
            removal();
        }
        catch (AwsFault fault) when (fault.Code == "NoSuchEntity")
        {
            // It is gone already.
        }
    }
}
