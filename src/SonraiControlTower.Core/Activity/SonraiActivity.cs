namespace SonraiControlTower;

/// <summary>That a principal used an action of IAM, or tried to, as CloudTrail tells.</summary>
public sealed record SonraiActivity
{
    /// <summary>The user's or role's ARN, path included where it is known; <c>arn:PARTITION:iam::ACCOUNT:root</c> for the root user.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>A word of <see cref="PrincipalKind"/>.</summary>
    public required string PrincipalKind { get; init; }

    /// <summary>The account of the principal; null where the record does not tell.</summary>
    public string? Account { get; init; }

    /// <summary>The action, in the catalogue's spelling, such as <c>s3:GetObject</c>.</summary>
    public required string Action { get; init; }

    /// <summary>How often it was allowed.</summary>
    public long Count { get; init; }

    /// <summary>How often it was refused.</summary>
    public long DeniedCount { get; init; }

    /// <summary>When it was first allowed; null for never.</summary>
    public DateTimeOffset? FirstUsedAt { get; init; }

    /// <summary>When it was last allowed; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When it was last refused; null for never.</summary>
    public DateTimeOffset? LastDeniedAt { get; init; }

    /// <summary>
    /// On what, as ARNs or patterns of ARNs; empty where the records do not tell of every call, so that nothing may be concluded from it.
    /// </summary>
    public IReadOnlyList<string> Resources { get; init => field = Arrays.Of(value); } = [];

    /// <summary>A word of <see cref="ActivityEvidence"/>.</summary>
    public required string Evidence { get; init; }

    public override string ToString() => $"{PrincipalArn} {Action}";
}

/// <summary>How it is known that an action was used.</summary>
public static class ActivityEvidence
{
    /// <summary>A record is of a call that asks for this action.</summary>
    public const string Observed = "Observed";

    /// <summary>A call was recorded that asks for this action besides its own, such as <c>iam:PassRole</c> where a role is handed on.</summary>
    public const string Inferred = "Inferred";
}

/// <summary>The kinds of principals that records name.</summary>
public static class PrincipalKind
{
    public const string User = "User";
    public const string Role = "Role";
    public const string Root = "Root";

    /// <summary>A session that a user made with GetFederationToken.</summary>
    public const string FederatedUser = "FederatedUser";

    /// <summary>A role of an AWS service: it is the service's, and nobody can take permissions from it.</summary>
    public const string ServiceLinkedRole = "ServiceLinkedRole";
}
