using System.Collections.ObjectModel;

namespace SonraiControlTower.Engine;

/// <summary>A user or role with everything that allows it something, or a group.</summary>
internal sealed record Principal
{
    public required string Arn { get; init; }

    /// <summary>A word of <see cref="IamKind"/>: User, Role or Group.</summary>
    public required string Kind { get; init; }

    public required AccountId Account { get; init; }

    /// <summary>The name, without the path.</summary>
    public required string Name { get; init; }

    public required string Path { get; init; }

    /// <summary>IAM's unique id, such as <c>AROA…</c>.</summary>
    public string? Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its own policies, inline ones first.</summary>
    public required IReadOnlyList<HeldPolicy> OwnPolicies { get; init; }

    /// <summary>The policies of the groups that it is in.</summary>
    public IReadOnlyList<HeldPolicy> GroupPolicies { get; init; } = [];

    /// <summary>What bounds it; null for nothing.</summary>
    public HeldPolicy? Boundary { get; init; }

    /// <summary>Who may assume it; null for a user or group.</summary>
    public Policy? Trust { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When IAM says that it was last used; null for not, or not told.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The names of the groups that a user is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ARNs of the instance profiles that carry a role.</summary>
    public IReadOnlyList<string> InstanceProfileArns { get; init; } = [];

    /// <summary>A role of an AWS service, which nobody can take permissions from.</summary>
    public bool IsServiceLinked => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);

    public override string ToString() => Arn;
}
