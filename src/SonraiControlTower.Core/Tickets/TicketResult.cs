namespace SonraiControlTower;

/// <summary>What came of one ticket that was to be changed.</summary>
public sealed record TicketResult
{
    public required string Srn { get; init; }

    /// <summary>The ticket's title; null where there is no such ticket.</summary>
    public string? Title { get; init; }

    public string? ResourceName { get; init; }

    public string? Account { get; init; }

    /// <summary>Done, AlreadyDone or Failed.</summary>
    public required string Status { get; init; }

    /// <summary>The ticket's own status now, one of <see cref="SonraiControlTower.TicketStatus"/>; null where that is not known.</summary>
    public string? TicketStatus { get; init; }

    /// <summary>Why it failed, or what else is to be said; null for nothing.</summary>
    public string? Reason { get; init; }

    public override string ToString() => $"{ResourceName ?? Srn} {Status}";
}

/// <summary>The ends a ticket can come to; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class TicketOutcome
{
    /// <summary>It is now as it shall be.</summary>
    public const string Done = nameof(Done);

    /// <summary>It was so before; nothing was sent.</summary>
    public const string AlreadyDone = nameof(AlreadyDone);

    /// <summary>It is not as it shall be, for the reason given.</summary>
    public const string Failed = nameof(Failed);
}

/// <summary>A result, with the problem behind it where there is one to report.</summary>
public readonly record struct TicketEnd(TicketResult Result, Problem? Problem = null);
