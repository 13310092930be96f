namespace SonraiControlTower;

/// <summary>The integration as its stack has it: what it was set up with, and what it is made of.</summary>
public sealed record SonraiIntegration
{
    /// <summary>The stack's name.</summary>
    public required string StackName { get; init; }

    /// <summary>The stack's ARN.</summary>
    public required string StackId { get; init; }

    /// <summary>A word of <see cref="SonraiControlTower.StackStatus"/>, or another of CloudFormation's.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is as it is, in AWS's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The region that it is in.</summary>
    public required string Region { get; init; }

    /// <summary>The management account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The organization (<c>o-…</c>).</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The collector deployment in Dig.</summary>
    public string? CollectorName { get; init; }

    /// <summary>The account that the collectors run in.</summary>
    public string? CollectorAccount { get; init; }

    /// <summary>The audit account.</summary>
    public string? AuditAccount { get; init; }

    /// <summary>The log archive account.</summary>
    public string? LogArchiveAccount { get; init; }

    /// <summary>The stack set that brings the role to the members.</summary>
    public string? StackSetName { get; init; }

    /// <summary>A word of <see cref="SonraiControlTower.PermissionModel"/>.</summary>
    public string? PermissionModel { get; init; }

    /// <summary>The role's name in every account.</summary>
    public string? RoleName { get; init; }

    /// <summary>A word of <see cref="CollectorPolicy"/>: what the role may read.</summary>
    public string? PolicyChoice { get; init; }

    /// <summary>The policy that bounds the role; null for none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tenant's address; null where the token tells it.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The secret that keeps the API token.</summary>
    public string? SecretArn { get; init; }

    /// <summary>Days from one rotation of the token to the next.</summary>
    public int? RotationDays { get; init; }

    /// <summary>Days that a token is asked for.</summary>
    public int? TokenLifetimeDays { get; init; }

    /// <summary>The function that brings accounts in.</summary>
    public string? SetupFunction { get; init; }

    /// <summary>The function that renews the token.</summary>
    public string? RotateCredentialsFunction { get; init; }

    /// <summary>The queue of events.</summary>
    public string? EventQueueUrl { get; init; }

    /// <summary>The queue of events that could not be dealt with.</summary>
    public string? EventDeadLetterQueueUrl { get; init; }

    /// <summary>The rule that takes Control Tower's events.</summary>
    public string? LifecycleRule { get; init; }

    /// <summary>The rule that takes the events of AWS Organizations.</summary>
    public string? OrganizationRule { get; init; }

    /// <summary>The rule that reconciles from time to time.</summary>
    public string? ReconcileRule { get; init; }

    /// <summary>The bucket with the functions' code.</summary>
    public string? SourceBucket { get; init; }

    /// <summary>The functions' code in it.</summary>
    public string? PackageKey { get; init; }

    /// <summary>When it was set up.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last updated; null if never.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public override string ToString() => $"{StackName} ({Region})";
}
