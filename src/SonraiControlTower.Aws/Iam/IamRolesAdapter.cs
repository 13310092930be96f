using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>IAM's roles over the wire.</summary>
internal sealed class IamRolesAdapter(QueryClient client) : IIamRoles
{
    public Task<IamRole?> GetAsync(string name, CancellationToken cancellationToken) =>
        IamGone.OrNullAsync(client.SendAsync(IamService.GetRole, Named(name), cancellationToken));

    public Task<IamRole> CreateAsync(NewRole role, CancellationToken cancellationToken) =>
        client.SendAsync(
            IamService.CreateRole,
            Named(role.Name)
                .Add("Path", role.Path)
                .Add("AssumeRolePolicyDocument", role.TrustPolicy.Json)
                .Add("Description", role.Description)
                .Add("MaxSessionDuration", Seconds(role.MaxSessionDuration))
                .Add("PermissionsBoundary", role.PermissionsBoundaryArn)
                .AddTags(role.Tags is { Count: > 0 } tags ? tags : null),
            cancellationToken);

    public Task UpdateTrustPolicyAsync(string name, PolicyDocument trustPolicy, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.UpdateAssumeRolePolicy, Named(name).Add("PolicyDocument", trustPolicy.Json), cancellationToken);

    public Task UpdateAsync(string name, string? description, TimeSpan? maxSessionDuration, CancellationToken cancellationToken) =>
        client.SendAsync(
            IamService.UpdateRole,
            Named(name).Add("Description", description).Add("MaxSessionDuration", Seconds(maxSessionDuration)),
            cancellationToken);

    public Task TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.TagRole, Named(name).AddTags(tags), cancellationToken);

    public Task PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.PutRolePermissionsBoundary, Named(name).Add("PermissionsBoundary", policyArn), cancellationToken);

    public Task DeletePermissionsBoundaryAsync(string name, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(IamService.DeleteRolePermissionsBoundary, Named(name), cancellationToken));

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(IamService.DeleteRole, Named(name), cancellationToken));

    public IAsyncEnumerable<string> ListInstanceProfilesAsync(string name, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListInstanceProfilesForRole, "Marker", () => Named(name), cancellationToken);

    public Task AddToInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.AddRoleToInstanceProfile, Named(name).Add("InstanceProfileName", profileName), cancellationToken);

    public Task RemoveFromInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(
            client.SendAsync(IamService.RemoveRoleFromInstanceProfile, Named(name).Add("InstanceProfileName", profileName), cancellationToken));

    private static QueryForm Named(string name) => new QueryForm().Add("RoleName", name);

    private static int? Seconds(TimeSpan? duration) => duration is { } time ? (int)time.TotalSeconds : null;
}
