namespace SonraiControlTower.Sandbox;

/// <summary>A role.</summary>
internal sealed class RoleState(IamIdentity identity, string arn, string id, string path, DateTimeOffset createdAt)
    : IdentityState(identity, arn, id, path, createdAt)
{
    // AWS forgets a use after 400 days; the sandbox lives less long than that.
    private (DateTimeOffset At, string Region)? _used;
    private (PolicyDocument Document, DateTimeOffset From) _trust;
    private PolicyDocument? _before;

    public string? Description { get; set; }

    public TimeSpan MaxSession { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The stack that made the role; null for somebody else.</summary>
    public string? StackId { get; set; }

    /// <summary>The ARNs of the instance profiles that carry the role.</summary>
    public IReadOnlyList<string> InstanceProfileArns { get; set; } = [];

    /// <summary>True for a role that AWS made for one of its services, and that nobody else may change.</summary>
    public bool IsServiceLinked => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);

    public PolicyDocument Trust => _trust.Document;

    /// <summary>
    /// Writes who may assume the role. STS goes by it only after a while; until then by what it knew before, for a new role by nothing
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency">IAM is
    /// eventually consistent</see>).
    /// </summary>
    public void SetTrust(PolicyDocument document, DateTimeOffset now, TimeSpan delay)
    {
        _before = TrustAt(now);
        _trust = (document, now + delay);
    }

    /// <summary>What STS goes by; null if it does not know the role yet.</summary>
    public PolicyDocument? TrustAt(DateTimeOffset now) => now >= _trust.From ? _trust.Document : _before;

    public void Use(DateTimeOffset now, string region) => _used = (now, region);

    public IamRole ToIamRole() => new()
    {
        Name = Name,
        Arn = Arn,
        RoleId = Id,
        Path = Path,
        TrustPolicy = Trust,
        Description = Description,
        MaxSessionDuration = MaxSession,
        PermissionsBoundaryArn = BoundaryArn,
        Tags = new Dictionary<string, string>(Tags),
        CreatedAt = CreatedAt,
        LastUsedAt = _used?.At,
        LastUsedRegion = _used?.Region,
    };
}
