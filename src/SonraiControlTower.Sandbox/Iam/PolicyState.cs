using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>A managed policy of an account, with its versions.</summary>
internal sealed class PolicyState(NewPolicy policy, string arn, string id, DateTimeOffset createdAt)
{
    private readonly List<PolicyVersion> _versions = [new("v1", IsDefault: true, createdAt, policy.Document)];
    private int _numbered = 1;

    public string Name => policy.Name;

    public string Arn => arn;

    public SortedDictionary<string, string> Tags { get; } = new(policy.Tags.ToDictionary(), StringComparer.Ordinal);

    public string? StackId { get; set; }

    public IReadOnlyList<PolicyVersion> Versions => _versions;

    public PolicyVersion Default => _versions.Find(version => version.IsDefault)!;

    public PolicyVersion Add(PolicyDocument document, bool setAsDefault, DateTimeOffset now)
    {
        // A number is never used again: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
        var version = new PolicyVersion(string.Create(CultureInfo.InvariantCulture, $"v{++_numbered}"), IsDefault: false, now, document);
        _versions.Add(version);
        if (setAsDefault)
        {
            SetDefault(version.VersionId);
        }

        return _versions[^1];
    }

    public void SetDefault(string versionId)
    {
        for (var position = 0; position < _versions.Count; position++)
        {
            _versions[position] = _versions[position] with { IsDefault = _versions[position].VersionId == versionId };
        }
    }

    public void Remove(string versionId) => _versions.RemoveAll(version => version.VersionId == versionId);

    public ManagedPolicy ToManagedPolicy(int attachments, int boundaries) => new()
    {
        Name = Name,
        Arn = Arn,
        PolicyId = id,
        Path = policy.Path,
        DefaultVersionId = Default.VersionId,
        AttachmentCount = attachments,
        BoundaryUsageCount = boundaries,
        Description = policy.Description,
        Tags = new Dictionary<string, string>(Tags),
        CreatedAt = createdAt,
        UpdatedAt = _versions.Max(version => version.CreatedAt),
    };
}
