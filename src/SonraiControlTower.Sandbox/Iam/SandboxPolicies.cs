namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="PolicyService"/>.</summary>
internal sealed class SandboxPolicies(PolicyService policies, ServiceDesk desk) : IIamPolicies
{
    public Task<ManagedPolicy?> GetAsync(string arn, CancellationToken cancellationToken) =>
        desk.AskAsync("GetPolicy", caller => policies.Get(caller, arn), cancellationToken);

    public Task<ManagedPolicy> CreateAsync(NewPolicy policy, CancellationToken cancellationToken) =>
        desk.AskAsync("CreatePolicy", caller => policies.Create(caller, policy).ToManagedPolicy(0, 0), cancellationToken);

    public Task DeleteAsync(string arn, CancellationToken cancellationToken) =>
        desk.AskAsync("DeletePolicy", caller => Absent.IsFine(() => policies.Delete(caller, arn)), cancellationToken);

    public Task<PolicyVersion?> GetVersionAsync(string arn, string versionId, CancellationToken cancellationToken) =>
        desk.AskAsync("GetPolicyVersion", caller => policies.GetVersion(caller, arn, versionId), cancellationToken);

    public IAsyncEnumerable<PolicyVersion> ListVersionsAsync(string arn, CancellationToken cancellationToken) =>
        desk.ListAsync("ListPolicyVersions", caller => policies.ListVersions(caller, arn), cancellationToken);

    public Task<PolicyVersion> CreateVersionAsync(
        string arn, PolicyDocument document, bool setAsDefault, CancellationToken cancellationToken) =>
        desk.AskAsync("CreatePolicyVersion", caller => policies.CreateVersion(caller, arn, document, setAsDefault), cancellationToken);

    public Task SetDefaultVersionAsync(string arn, string versionId, CancellationToken cancellationToken) =>
        desk.AskAsync("SetDefaultPolicyVersion", caller => policies.SetDefaultVersion(caller, arn, versionId), cancellationToken);

    public Task DeleteVersionAsync(string arn, string versionId, CancellationToken cancellationToken) =>
        desk.AskAsync("DeletePolicyVersion", caller => Absent.IsFine(() => policies.DeleteVersion(caller, arn, versionId)), cancellationToken);

    public IAsyncEnumerable<ManagedPolicy> ListAsync(string path, CancellationToken cancellationToken) =>
        desk.ListAsync("ListPolicies", caller => policies.List(caller, path), cancellationToken);

    public IAsyncEnumerable<PolicyHolder> ListHoldersAsync(string arn, CancellationToken cancellationToken) =>
        desk.ListAsync("ListEntitiesForPolicy", caller => policies.ListHolders(caller, arn), cancellationToken);

    public Task TagAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        desk.AskAsync("TagPolicy", caller => policies.Tag(caller, arn, tags), cancellationToken);
}
