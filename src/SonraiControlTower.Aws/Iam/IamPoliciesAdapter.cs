using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>IAM's managed policies over the wire.</summary>
internal sealed class IamPoliciesAdapter(QueryClient client) : IIamPolicies
{
    public Task<ManagedPolicy?> GetAsync(string arn, CancellationToken cancellationToken) =>
        IamGone.OrNullAsync(client.SendAsync(IamService.GetPolicy, Named(arn), cancellationToken));

    public Task<ManagedPolicy> CreateAsync(NewPolicy policy, CancellationToken cancellationToken) =>
        client.SendAsync(
            IamService.CreatePolicy,
            new QueryForm()
                .Add("PolicyName", policy.Name)
                .Add("Path", policy.Path)
                .Add("PolicyDocument", policy.Document.Json)
                .Add("Description", policy.Description)
                .AddTags(policy.Tags is { Count: > 0 } tags ? tags : null),
            cancellationToken);

    public Task DeleteAsync(string arn, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(IamService.DeletePolicy, Named(arn), cancellationToken));

    public Task<PolicyVersion?> GetVersionAsync(string arn, string versionId, CancellationToken cancellationToken) =>
        IamGone.OrNullAsync(client.SendAsync(IamService.GetPolicyVersion, Version(arn, versionId), cancellationToken));

    public IAsyncEnumerable<PolicyVersion> ListVersionsAsync(string arn, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListPolicyVersions, "Marker", () => Named(arn), cancellationToken);

    public Task<PolicyVersion> CreateVersionAsync(
        string arn, PolicyDocument document, bool setAsDefault, CancellationToken cancellationToken) =>
        client.SendAsync(
            IamService.CreatePolicyVersion,
            Named(arn).Add("PolicyDocument", document.Json).Add("SetAsDefault", setAsDefault),
            cancellationToken);

    public Task SetDefaultVersionAsync(string arn, string versionId, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.SetDefaultPolicyVersion, Version(arn, versionId), cancellationToken);

    public Task DeleteVersionAsync(string arn, string versionId, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(IamService.DeletePolicyVersion, Version(arn, versionId), cancellationToken));

    private static QueryForm Named(string arn) => new QueryForm().Add("PolicyArn", arn);

    private static QueryForm Version(string arn, string versionId) => Named(arn).Add("VersionId", versionId);
}
