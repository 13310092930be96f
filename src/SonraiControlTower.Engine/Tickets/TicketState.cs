using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine;

/// <summary>A ticket as the local engine keeps it, and as its store does.</summary>
/// <param name="Ticket">What can be shown, with what was said on it; the evidence is worked out when somebody asks.</param>
/// <param name="IdentityArn">The identity that it is about.</param>
/// <param name="SnoozedUntil">When a snoozed ticket becomes new again.</param>
/// <param name="ClosedUnder">The <see cref="FindingsStamp.Data"/> that it was closed under: what is found in the same data is no news.</param>
/// <param name="Acceptance">On what terms its risk is accepted; null where it is not, or for good.</param>
internal sealed record TicketState(
    SonraiTicket Ticket, string IdentityArn, DateTimeOffset? SnoozedUntil = null, string? ClosedUnder = null, RiskAcceptance? Acceptance = null)
{
    /// <summary>Who the engine is in the history of a ticket.</summary>
    public const string Engine = "local engine";

    /// <summary>
    /// The ticket with another status; null where a tenant would refuse: only a new one can be closed, snoozed or have its risk accepted, and only
    /// one that is not new can be reopened.
    /// </summary>
    public TicketState? Moved(string status, DateTimeOffset? snoozedUntil, string data, string by, DateTimeOffset now) =>
        (Ticket.Status == TicketStatus.New) == (status == TicketStatus.New) || (status == TicketStatus.Snoozed && !(snoozedUntil > now))
            ? null
            : Transit(status, by, now) with
            {
                SnoozedUntil = status == TicketStatus.Snoozed ? snoozedUntil : null,
                ClosedUnder = status == TicketStatus.Closed ? data : null,
            };

    /// <summary>The ticket with its risk accepted on some terms; null where a tenant would refuse.</summary>
    public TicketState? Accepted(RiskAcceptance? acceptance, string data, string by, DateTimeOffset now) =>
        Moved(TicketStatus.RiskAccepted, null, data, by, now) is { } accepted
            ? accepted with { Acceptance = acceptance, Ticket = accepted.Ticket with { RiskAcceptedUntil = acceptance?.Until } }
            : null;

    /// <summary>
    /// A snoozed ticket whose time has come is new again, and so is one whose risk was accepted until now: closed instead where nothing is found any more.
    /// </summary>
    public TicketState Woken(bool isFound, string data, DateTimeOffset now) => (SnoozedUntil, Acceptance?.Until) switch
    {
        ({ } until, _) when until <= now => Transit(TicketStatus.New, null, until),
        (_, { } until) when until <= now => isFound
            ? Transit(TicketStatus.New, Engine, until).Commented(FormattableString.Invariant($"The risk was accepted until {until:yyyy-MM-dd HH:mm} UTC, and is still there."), Engine, until)
            : Transit(TicketStatus.Closed, Engine, until) with { ClosedUnder = data },
        _ => this,
    };

    /// <summary>Whether the acceptance holds for other tickets of the same identity, too.</summary>
    public bool CoversIdentity(DateTimeOffset now) =>
        Ticket.Status == TicketStatus.RiskAccepted && Acceptance is { Scope: RiskScope.Resource } terms && !(terms.Until <= now);

    /// <summary>Whether somebody has reopened it after another was accepted: then what was accepted for all is not for this one.</summary>
    public bool IsReopenedSince(TicketState accepted) =>
        Ticket.TransitionedBy is not (null or Engine) && Ticket.TransitionedAt >= accepted.Ticket.TransitionedAt;

    /// <summary>
    /// What it told of was found: it is as the finding says now. A closed one is reopened where what it was closed under is not what was looked at;
    /// an accepted risk stays accepted, and a snoozed one sleeps on.
    /// </summary>
    public TicketState Found(ControlFinding finding, string data, DateTimeOffset now)
    {
        var seen = this with
        {
            Ticket = Ticket with { SeverityNumeric = finding.Severity, Severity = SeverityScale.Word(finding.Severity), LastSeenAt = now },
        };
        return Ticket.Status == TicketStatus.Closed && ClosedUnder != data ? seen.Transit(TicketStatus.New, Engine, now) : seen;
    }

    /// <summary>What it told of was not found any more: it is settled, an accepted risk aside, which is kept for the day it comes back.</summary>
    public TicketState NotFound(string data, DateTimeOffset now) => Ticket.Status is TicketStatus.New or TicketStatus.Snoozed
        ? Transit(TicketStatus.Closed, Engine, now) with { ClosedUnder = data }
        : this;

    public TicketState Assigned(SonraiUser user, DateTimeOffset now) =>
        this with { Ticket = Ticket with { AssignedTo = user.ToString(), LastModifiedAt = now } };

    public TicketState Commented(string body, string by, DateTimeOffset now) => this with
    {
        Ticket = Ticket with
        {
            Comments = [.. Ticket.Comments ?? [], new TicketComment { Body = body, CreatedBy = by, CreatedAt = now }],
            LastModifiedAt = now,
        },
    };

    private TicketState Transit(string status, string? by, DateTimeOffset at) => this with
    {
        Ticket = Ticket with { Status = status, TransitionedAt = at, TransitionedBy = by, LastModifiedAt = at, RiskAcceptedUntil = null },
        SnoozedUntil = null,
        ClosedUnder = null,
        Acceptance = null,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketState))]
internal sealed partial class TicketStateJson : JsonSerializerContext;
