namespace SonraiControlTower.Engine;

/// <summary>A ticket as the local engine keeps it: what can be shown, and what becomes of it with time.</summary>
internal sealed class HeldTicket(SonraiTicket ticket)
{
    /// <summary>The ticket now, with what it knows of policies and what was said on it.</summary>
    public SonraiTicket Ticket { get; private set; } = ticket with { Evidence = ticket.Evidence ?? [], Comments = ticket.Comments ?? [] };

    /// <summary>When a snoozed ticket becomes new again.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <summary>
    /// Brings the ticket to a status; false where a tenant would not: only a new one can be closed, snoozed or have its risk accepted, and only one
    /// that is not new can be reopened.
    /// </summary>
    public bool TryMove(string status, DateTimeOffset? snoozedUntil, string by, DateTimeOffset now)
    {
        if ((Ticket.Status == TicketStatus.New) == (status == TicketStatus.New) || (status == TicketStatus.Snoozed && !(snoozedUntil > now)))
        {
            return false;
        }

        SnoozedUntil = status == TicketStatus.Snoozed ? snoozedUntil : null;
        Ticket = Ticket with { Status = status, TransitionedAt = now, TransitionedBy = by, LastModifiedAt = now };
        return true;
    }

    /// <summary>A snoozed ticket whose time has come is new again.</summary>
    public void Wake(DateTimeOffset now)
    {
        if (SnoozedUntil is { } until && until <= now)
        {
            SnoozedUntil = null;
            Ticket = Ticket with { Status = TicketStatus.New, TransitionedAt = until, TransitionedBy = null, LastModifiedAt = until };
        }
    }

    public void Assign(SonraiUser user, DateTimeOffset now) => Ticket = Ticket with { AssignedTo = user.ToString(), LastModifiedAt = now };

    public void Comment(string body, string by, DateTimeOffset now) => Ticket = Ticket with
    {
        Comments = [.. Ticket.Comments!, new TicketComment { Body = body, CreatedBy = by, CreatedAt = now }],
        LastModifiedAt = now,
    };
}
