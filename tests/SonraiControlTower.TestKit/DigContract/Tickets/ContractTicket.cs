namespace SonraiControlTower.TestKit;

/// <summary>
/// A ticket as it stands at one moment; the same record is a finding to those who ask for findings. It is never changed, only replaced, so a
/// page that is being written out does not move.
/// </summary>
internal sealed record ContractTicket(string Srn, ContractTicketSeed Seed, DateTimeOffset CreatedDate)
{
    public required DateTimeOffset LastSeen { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public string? Assignee { get; init; }

    public DateTimeOffset? TransitionDate { get; init; }

    public string? TransitionedBy { get; init; }

    /// <summary>When a snoozed ticket becomes new again; null for never.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    public IReadOnlyList<ContractComment> Comments { get; init; } = [];

    public DateTimeOffset FirstSeen => Seed.FirstSeen ?? CreatedDate;

    public IReadOnlyList<string> Frameworks { get; } = Seed.FrameworkSrn is { } framework ? [framework] : [];

    public IReadOnlyList<string> Environments { get; } = Seed.Environment is { } environment ? [environment] : [];

    public static ContractTicket Of(string srn, ContractTicketSeed seed, DateTimeOffset now)
    {
        var created = seed.CreatedDate ?? now.AddDays(-30);
        return new ContractTicket(srn, seed, created)
        {
            LastSeen = seed.LastSeen ?? now.AddHours(-1),
            Status = TicketMove.Known(seed.Status),
            LastModified = created,
            Assignee = seed.AssignedTo,
        };
    }
}

internal sealed record ContractComment(string Srn, string TicketSrn, string CreatedBy, DateTimeOffset CreatedDate, string Body);
