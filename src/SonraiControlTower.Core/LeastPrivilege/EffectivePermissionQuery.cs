using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>What is asked about permissions: one request of a principal, or all its actions.</summary>
public sealed record EffectivePermissionQuery
{
    /// <summary>Patterns of ARNs or of bare names (<c>*</c> and <c>?</c>), in any case; none for everybody.</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    /// <summary>Patterns of actions, as in policies; none for all.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>One resource; null for all, where the answer names the patterns.</summary>
    public string? Resource { get; init; }

    /// <summary>The policy of that resource.</summary>
    public PolicyDocument? ResourcePolicy { get; init; }

    /// <summary>The account that has the resource, where its ARN does not tell.</summary>
    public AccountId? ResourceAccount { get; init; }

    /// <summary>A policy given with the session.</summary>
    public PolicyDocument? SessionPolicy { get; init; }

    /// <summary>Condition keys of the request with their values, in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>True to see also what is not allowed, where all actions are asked about.</summary>
    public bool IncludeDenied { get; init; }

    /// <summary>True for nothing but actions of a sensitive class.</summary>
    public bool OnlySensitive { get; init; }
}
