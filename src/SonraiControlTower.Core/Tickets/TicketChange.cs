using System.Globalization;

namespace SonraiControlTower;

/// <summary>A change that somebody wants of tickets.</summary>
public sealed record TicketChange
{
    private TicketChange()
    {
    }

    /// <summary>The status wanted, one of <see cref="TicketStatus"/>; null where it is not about that.</summary>
    public string? Status { get; private init; }

    public DateTimeOffset? SnoozedUntil { get; private init; }

    /// <summary>On what terms a risk is accepted.</summary>
    public RiskAcceptance? Acceptance { get; private init; }

    public SonraiUser? Assignee { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>What is done, such as <c>Snooze until 2026-03-01 12:00 +00:00</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The verb of it, such as <c>snooze</c>.</summary>
    public required string Verb { get; init; }

    public static TicketChange Close { get; } = new() { Status = TicketStatus.Closed, Action = "Close", Verb = "close" };

    public static TicketChange Reopen { get; } = new() { Status = TicketStatus.New, Action = "Reopen", Verb = "reopen" };

    /// <summary>Closes, and says why.</summary>
    public static TicketChange CloseWith(string comment) => Close.With(comment);

    /// <summary>Reopens, and says why.</summary>
    public static TicketChange ReopenWith(string comment) => Reopen.With(comment);

    /// <summary>Accepts the risk on some terms; they are kept as a comment, too.</summary>
    public static TicketChange AcceptRisk(RiskAcceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return new()
        {
            Status = TicketStatus.RiskAccepted,
            Acceptance = acceptance,
            Comment = $"Risk accepted{acceptance.Terms}: {acceptance.Reason}",
            Action = $"Accept the risk{acceptance.Terms}",
            Verb = "accept the risk of",
        };
    }

    public static TicketChange Snooze(DateTimeOffset until) => new()
    {
        Status = TicketStatus.Snoozed,
        SnoozedUntil = until,
        Action = string.Create(CultureInfo.InvariantCulture, $"Snooze until {until:yyyy-MM-dd HH:mm zzz}"),
        Verb = "snooze",
    };

    /// <summary>Assigns, comments, or both.</summary>
    public static TicketChange Note(SonraiUser? assignee, string? comment) => new()
    {
        Assignee = assignee,
        Comment = comment,
        Action = (assignee, comment) switch
        {
            (not null, null) => $"Assign to {assignee}",
            (null, _) => "Comment",
            _ => $"Assign to {assignee}, and comment",
        },
        Verb = assignee is null ? "comment on" : "assign",
    };

    /// <summary>Whether a ticket is already so, or what has to happen. Dig moves new tickets only, so a sleeping one is woken first.</summary>
    public TicketStep StepFor(SonraiTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return (Status, ticket.Status) switch
        {
            (null, _) => TicketStep.Move,
            (TicketStatus.Snoozed, TicketStatus.Snoozed) => TicketStep.ReopenAndMove,
            (_, var now) when now == Status => TicketStep.None,
            (TicketStatus.New, _) => TicketStep.Move,
            (_, TicketStatus.Snoozed) => TicketStep.ReopenAndMove,
            (_, TicketStatus.Closed or TicketStatus.RiskAccepted) => TicketStep.Refuse,
            _ => TicketStep.Move,
        };
    }

    private TicketChange With(string comment) => new()
    {
        Status = Status,
        Comment = comment,
        Action = $"{Action}, and comment",
        Verb = Verb,
    };
}

/// <summary>What a change takes for one ticket.</summary>
public enum TicketStep
{
    /// <summary>Nothing: it is so already.</summary>
    None,

    /// <summary>One move.</summary>
    Move,

    /// <summary>It must be reopened first.</summary>
    ReopenAndMove,

    /// <summary>Somebody has decided about it otherwise; that is not undone by the way.</summary>
    Refuse,
}
