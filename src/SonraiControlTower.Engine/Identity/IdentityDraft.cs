using System.Collections.ObjectModel;

namespace SonraiControlTower.Engine;

/// <summary>A user, group or role as a file tells of it: it names its groups and managed policies, and what these say stands elsewhere.</summary>
internal sealed class IdentityDraft(string kind)
{
    /// <summary>A word of <see cref="IamKind"/>.</summary>
    public string Kind { get; } = kind;

    public string Arn { get; set; } = "";

    public string Name { get; set; } = "";

    public string Path { get; set; } = "/";

    public string? Id { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public List<InlineDraft> InlinePolicies { get; } = [];

    public List<AttachedPolicy> AttachedPolicies { get; } = [];

    public string? BoundaryArn { get; set; }

    public Policy? Trust { get; set; }

    public IReadOnlyDictionary<string, string> Tags { get; set; } = ReadOnlyDictionary<string, string>.Empty;

    public DateTimeOffset? LastUsedAt { get; set; }

    public IReadOnlyList<string> Groups { get; set; } = [];

    public IReadOnlyList<string> InstanceProfileArns { get; set; } = [];
}

/// <summary>A policy that is embedded in an identity.</summary>
internal sealed record InlineDraft(string Name, Policy Policy);

/// <summary>A managed policy as a file tells of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Policy">What its default version says; null where the file does not tell, or it cannot be understood.</param>
internal sealed record ManagedDraft(string Name, string Arn, Policy? Policy);

/// <summary>What files of one import tell of identities.</summary>
internal sealed record AuthorizationDetails(IReadOnlyList<IdentityDraft> Identities, IReadOnlyList<ManagedDraft> Policies);
