namespace SonraiControlTower;

/// <summary>One request that changes tickets. What it has is done in this order: reopen, move, assign, comment.</summary>
public sealed record TicketWrite
{
    /// <summary>Those that are to be reopened first.</summary>
    public IReadOnlyList<string> Reopen { get; init; } = [];

    /// <summary>Those that are changed.</summary>
    public required IReadOnlyList<string> Srns { get; init; }

    /// <summary>The status that they shall have, one of <see cref="TicketStatus"/>; null leaves it.</summary>
    public string? Status { get; init; }

    /// <summary>Until when, with <see cref="TicketStatus.Snoozed"/>.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>On what terms the risk is accepted, with <see cref="TicketStatus.RiskAccepted"/>.</summary>
    public RiskAcceptance? Acceptance { get; init; }

    /// <summary>The SRN of the user who shall see to them; null leaves that.</summary>
    public string? AssigneeSrn { get; init; }

    /// <summary>What is said on each of them; null for nothing.</summary>
    public string? Comment { get; init; }
}

/// <summary>What came of a <see cref="TicketWrite"/>.</summary>
public sealed record TicketAnswer
{
    /// <summary>True where Dig counted every ticket as reopened and moved; otherwise reading tells which are.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>What Dig said about the request as a whole, or that its answer was lost; null for nothing.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What stood against assigning a ticket, by SRN.</summary>
    public IReadOnlyDictionary<string, Problem> AssignmentProblems { get; init; } = new Dictionary<string, Problem>();

    /// <summary>What stood against commenting on a ticket, by SRN.</summary>
    public IReadOnlyDictionary<string, Problem> CommentProblems { get; init; } = new Dictionary<string, Problem>();
}
