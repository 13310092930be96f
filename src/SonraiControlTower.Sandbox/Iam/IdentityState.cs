namespace SonraiControlTower.Sandbox;

/// <summary>A user, group or role with the policies that it has.</summary>
internal class IdentityState(IamIdentity identity, string arn, string id, string path, DateTimeOffset createdAt)
{
    public IamIdentity Identity { get; } = identity;

    public string Name => Identity.Name;

    public string Arn { get; } = arn;

    public string Id { get; } = id;

    public string Path { get; } = path;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string? BoundaryArn { get; set; }

    /// <summary>The names of the groups that a user is in; of nobody else.</summary>
    public SortedSet<string> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<AttachedPolicy> Attached { get; } = [];

    public SortedDictionary<string, PolicyDocument> Inline { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public void Attach(string policyArn) => Attached.Add(new AttachedPolicy(policyArn[(policyArn.LastIndexOf('/') + 1)..], policyArn));

    public IReadOnlyList<InlinePolicy> InlinePolicies => [.. Inline.Select(one => new InlinePolicy(one.Key, one.Value))];
}
