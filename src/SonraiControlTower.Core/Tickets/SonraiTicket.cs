namespace SonraiControlTower;

/// <summary>
/// A ticket of Dig: what a policy of a control framework has found about one resource. Newer tenants call it a finding.
/// </summary>
public sealed record SonraiTicket
{
    /// <summary>What was found, such as <c>AWS Roles: Unused Sensitive Permissions</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Sonrai's resource name of the ticket.</summary>
    public required string Srn { get; init; }

    /// <summary>One of <see cref="TicketStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>One of <see cref="TicketSeverity"/>; null where the tenant did not say.</summary>
    public string? Severity { get; init; }

    /// <summary>0 to 100; null where the tenant did not say.</summary>
    public int? SeverityNumeric { get; init; }

    /// <summary>The name of the resource that it is about, such as a role's.</summary>
    public string? ResourceName { get; init; }

    /// <summary>Sonrai's resource name of the resource.</summary>
    public string? ResourceSrn { get; init; }

    /// <summary>What kind of resource it is, such as <c>Role</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The cloud account that has the resource; for AWS, twelve digits.</summary>
    public string? Account { get; init; }

    /// <summary><c>Policy</c> for one that a policy made, <c>Custom</c> for one that a person made.</summary>
    public string? TicketType { get; init; }

    /// <summary>The SRN of the control policy or control framework behind it.</summary>
    public string? TicketKey { get; init; }

    /// <summary>The title of the control policy behind it.</summary>
    public string? Policy { get; init; }

    /// <summary>The SRNs of the control frameworks that the policy belongs to; null where the tenant does not tell.</summary>
    public IReadOnlyList<string>? FrameworkSrns { get; init => field = Arrays.Of(value); }

    /// <summary>The titles of the swimlanes that the resource belongs to; their SRNs where the tenant gives no titles.</summary>
    public IReadOnlyList<string> Swimlanes { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Who shall see to it, as the tenant names them; null for nobody.</summary>
    public string? AssignedTo { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? FirstSeenAt { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public DateTimeOffset? LastModifiedAt { get; init; }

    /// <summary>When it came to its <see cref="Status"/>.</summary>
    public DateTimeOffset? TransitionedAt { get; init; }

    public string? TransitionedBy { get; init; }

    /// <summary>Until when its risk is accepted; null where it is not, for good, or where the tenant keeps no end.</summary>
    public DateTimeOffset? RiskAcceptedUntil { get; init; }

    /// <summary>True where the ticket is about the role of a collector itself: see <see cref="Explanation"/>.</summary>
    public bool IsExpected => Explanation is not null;

    /// <summary>Why the ticket was to be expected, and what to do about it; null where it was not.</summary>
    public string? Explanation { get; init; }

    /// <summary>What the ticket knows of each policy of the identity; null where it was not asked for.</summary>
    public IReadOnlyList<PolicyEvidence>? Evidence { get; init => field = Arrays.Of(value); }

    /// <summary>The comments on it, oldest first; null where they were not asked for, or where the tenant does not tell.</summary>
    public IReadOnlyList<TicketComment>? Comments { get; init => field = Arrays.Of(value); }

    public override string ToString() => ResourceName is null ? Title : $"{Title}: {ResourceName}";
}
