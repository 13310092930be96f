namespace SonraiControlTower;

/// <summary>
/// Whether a principal may use an action, all policies taken together, and what decides it. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.
/// </summary>
public sealed record SonraiEffectivePermission
{
    public required string PrincipalArn { get; init; }

    /// <summary>The action, in the catalogue's spelling where it has it.</summary>
    public required string Action { get; init; }

    /// <summary>The resource that was asked about; null where all are meant, and <see cref="Resources"/> tells of which.</summary>
    public string? Resource { get; init; }

    /// <summary>A word of <see cref="PermissionDecision"/>.</summary>
    public required string Decision { get; init; }

    public bool IsAllowed => Decision is PermissionDecision.Allowed;

    /// <summary>The layer that decides, a word of <see cref="PolicyLayer"/>.</summary>
    public required string DecidingLayer { get; init; }

    /// <summary>The name or ARN of the deciding policy; null where no statement decides, since none is about the request.</summary>
    public string? DecidingPolicy { get; init; }

    /// <summary>The deciding statement: its Sid, or its place such as <c>#2</c>.</summary>
    public string? DecidingStatement { get; init; }

    /// <summary>The patterns of resources that the action is allowed on, where all are asked about.</summary>
    public IReadOnlyList<string> Resources { get; init => field = Arrays.Of(value); } = [];

    /// <summary>The condition keys that the answer depends on.</summary>
    public IReadOnlyList<string> ConditionKeys { get; init => field = Arrays.Of(value); } = [];

    /// <summary>IAM's access levels of the action: List, Read, Write, Tagging, Permissions management.</summary>
    public IReadOnlyList<string> AccessLevels { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Words of <see cref="ActionSensitivity"/>.</summary>
    public IReadOnlyList<string> Sensitivity { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Why, one sentence a step: the layers in their order, and why each near miss missed.</summary>
    public IReadOnlyList<string> Reasons { get; init => field = Arrays.Of(value); } = [];

    public override string ToString() => $"{PrincipalArn} {Action}: {Decision}";
}

/// <summary>The answers that policies give.</summary>
public static class PermissionDecision
{
    public const string Allowed = "Allowed";

    /// <summary>It depends on condition keys that nothing is known of, or holds for some resources only.</summary>
    public const string Conditional = "Conditional";

    /// <summary>No statement of some layer allows it.</summary>
    public const string ImplicitlyDenied = "ImplicitlyDenied";

    /// <summary>A statement denies it.</summary>
    public const string ExplicitlyDenied = "ExplicitlyDenied";
}

/// <summary>The layers of policies.</summary>
public static class PolicyLayer
{
    public const string ServiceControlPolicy = "ServiceControlPolicy";
    public const string ResourceControlPolicy = "ResourceControlPolicy";
    public const string ResourcePolicy = "ResourcePolicy";
    public const string IdentityPolicy = "IdentityPolicy";
    public const string PermissionsBoundary = "PermissionsBoundary";
    public const string SessionPolicy = "SessionPolicy";

    /// <summary>The trust policy of a role.</summary>
    public const string TrustPolicy = "TrustPolicy";

    /// <summary>No policy has a say: AWS requires no permission, as for sts:GetCallerIdentity, or lets nobody do it, as change its own policies.</summary>
    public const string None = "None";
}

/// <summary>Why an action needs care; what makes an action one of a class is in docs/evaluation.md.</summary>
public static class ActionSensitivity
{
    public const string PrivilegeEscalation = "PrivilegeEscalation";
    public const string PermissionsManagement = "PermissionsManagement";
    public const string CredentialExposure = "CredentialExposure";
    public const string DataAccess = "DataAccess";
    public const string ResourceExposure = "ResourceExposure";
}
