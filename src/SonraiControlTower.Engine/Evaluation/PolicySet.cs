namespace SonraiControlTower.Engine;

/// <summary>Every policy that has a say in a request.</summary>
internal sealed class PolicySet
{
    /// <summary>What is attached to, embedded in, or inherited by the caller.</summary>
    public HeldPolicy[] Identity { get; init; } = [];

    /// <summary>What bounds the caller; null for nothing.</summary>
    public HeldPolicy? Boundary { get; init; }

    /// <summary>What was given with the session; null for nothing, in which case nothing limits the session.</summary>
    public IReadOnlyList<HeldPolicy>? Session { get; init; }

    /// <summary>What the resource has: a bucket's policy, a key's, a role's trust. Null for none, or where nobody knows.</summary>
    public HeldPolicy? Resource { get; init; }

    /// <summary>Service control policies over the caller's account, level by level.</summary>
    public IReadOnlyList<IReadOnlyList<HeldPolicy>> ServiceControl { get; init; } = [];

    /// <summary>Resource control policies over the resource's account, level by level.</summary>
    public IReadOnlyList<IReadOnlyList<HeldPolicy>> ResourceControl { get; init; } = [];

    /// <summary>What a principal has, with resources of its own account in mind.</summary>
    public static PolicySet Of(Principal principal, Guardrails guardrails)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(guardrails);
        return new PolicySet
        {
            Identity = [.. principal.OwnPolicies, .. principal.GroupPolicies],
            Boundary = principal.Boundary,
            ServiceControl = guardrails.ServiceControl,
            ResourceControl = guardrails.ResourceControl,
        };
    }
}
