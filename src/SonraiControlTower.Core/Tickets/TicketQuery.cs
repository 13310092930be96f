namespace SonraiControlTower;

/// <summary>Which tickets are meant. An empty list means that it does not matter.</summary>
public sealed record TicketQuery
{
    public IReadOnlyList<string> SwimlaneSrns { get; init; } = [];

    public IReadOnlyList<string> FrameworkSrns { get; init; } = [];

    /// <summary>Words of <see cref="TicketSeverity"/>.</summary>
    public IReadOnlyList<string> Severities { get; init; } = [];

    /// <summary>Words of <see cref="TicketStatus"/>.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    public DateRange Created { get; init; }

    public DateRange Modified { get; init; }

    public IReadOnlyCollection<AccountId> Accounts { get; init; } = [];

    /// <summary>Judges the resource that a ticket is about; null accepts every one.</summary>
    public Func<SonraiTicket, bool>? ResourceMatches { get; init; }

    /// <summary>How many of those that pass are left out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>How many will be read at most; null where that is not known.</summary>
    public int? First { get; init; }

    /// <summary>True where whoever keeps the tickets cannot be asked for all of it, so that the reader has to look at each.</summary>
    public bool HasOwnConditions => Accounts.Count > 0 || ResourceMatches is not null;

    /// <summary>Whether a ticket passes <see cref="Accounts"/> and <see cref="ResourceMatches"/>.</summary>
    public bool PassesOwnConditions(SonraiTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return (Accounts.Count == 0 || (AccountId.TryParse(ticket.Account, out var account) && Accounts.Contains(account)))
            && ResourceMatches?.Invoke(ticket) != false;
    }
}

/// <summary>A span of time, each end included; null where it is open.</summary>
public readonly record struct DateRange(DateTimeOffset? From, DateTimeOffset? To)
{
    public bool IsOpen => From is null && To is null;

    /// <summary>Whether an instant lies in it; an unknown one lies only in an open range.</summary>
    public bool Contains(DateTimeOffset? instant) => IsOpen || (instant is { } known && !(known < From) && !(known > To));
}
