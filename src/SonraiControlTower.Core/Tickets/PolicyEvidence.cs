namespace SonraiControlTower;

/// <summary>What a ticket knows of one policy of an identity: what the identity needs of it. Documents are text, as IAM takes them.</summary>
public sealed record PolicyEvidence
{
    /// <summary>The policy's own name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>Sonrai's resource name of the policy; null where the tenant did not say.</summary>
    public string? PolicySrn { get; init; }

    /// <summary>The ARN of a managed policy; null for an inline one.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>The ARN of the identity, or of the resource, that has the policy.</summary>
    public string? IdentityArn { get; init; }

    /// <summary>True for a policy that is embedded in the identity.</summary>
    public bool IsInline => PolicyArn is null;

    /// <summary>What the policy says now. JSON; null where the tenant does not tell.</summary>
    public string? OriginalPolicy { get; init; }

    /// <summary>The least-privilege policy: the actions that are used, and those whose use no log shows. JSON; null where there is none.</summary>
    public string? RecommendedPolicy { get; init; }

    /// <summary>A policy of nothing but the actions seen in logs. JSON; null where there is none.</summary>
    public string? MonitoredPolicy { get; init; }

    /// <summary><c>attach</c> where <see cref="MonitoredPolicy"/> is to replace the policy, <c>detach</c> where nothing of it is used.</summary>
    public string? MonitoredType { get; init; }

    /// <summary>What the tenant says about <see cref="MonitoredPolicy"/>.</summary>
    public string? MonitoredMessage { get; init; }

    /// <summary>A word of <see cref="RecommendationAdvice"/>; null where the tenant does not tell.</summary>
    public string? Advice { get; init; }

    /// <summary>Every action that the policy allows, and what becomes of it; null where the tenant does not tell.</summary>
    public IReadOnlyList<ActionAdvice>? Actions { get; init => field = Arrays.Of(value); }

    /// <summary>The sensitive actions that the policy allows and nobody uses; null where the tenant does not tell.</summary>
    public IReadOnlyList<string>? UnusedSensitiveActions { get; init => field = Arrays.Of(value); }

    public override string ToString() => PolicyName;
}
