using System.Runtime.CompilerServices;
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

    public IAsyncEnumerable<ManagedPolicy> ListAsync(string path, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListPolicies, "Marker", () => new QueryForm().Add("Scope", "Local").Add("PathPrefix", path), cancellationToken);

    public async IAsyncEnumerable<PolicyHolder> ListHoldersAsync(string arn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // AWS does not tell the two uses apart in one answer.
        var attached = new HashSet<IamIdentity>();
        await foreach (var identity in EntitiesAsync(arn, "PermissionsPolicy", cancellationToken).ConfigureAwait(false))
        {
            attached.Add(identity);
            yield return new(identity, IsBoundary: false);
        }

        bool? bounds = null;
        await foreach (var identity in EntitiesAsync(arn, "PermissionsBoundary", cancellationToken).ConfigureAwait(false))
        {
            // Who comes again has it both ways, which the policy's own count bears out. An emulator that does not look at the filter sends everybody
            // twice, and counts no boundary.
            if (!attached.Contains(identity)
                || (bounds ??= await GetAsync(arn, cancellationToken).ConfigureAwait(false) is { BoundaryUsageCount: > 0 }) is true)
            {
                yield return new(identity, IsBoundary: true);
            }
        }
    }

    public Task TagAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        client.SendAsync(IamService.TagPolicy, Named(arn).AddTags(tags), cancellationToken);

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html
    private IAsyncEnumerable<IamIdentity> EntitiesAsync(string arn, string usage, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListEntitiesForPolicy, "Marker", () => Named(arn).Add("PolicyUsageFilter", usage), cancellationToken);

    private static QueryForm Named(string arn) => new QueryForm().Add("PolicyArn", arn);

    private static QueryForm Version(string arn, string versionId) => Named(arn).Add("VersionId", versionId);
}
