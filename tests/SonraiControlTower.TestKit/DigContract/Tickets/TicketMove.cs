namespace SonraiControlTower.TestKit;

/// <summary>A transition of a ticket: where it leads, and from where it may start.</summary>
internal sealed record TicketMove(string To, params IReadOnlyList<string> From)
{
    public const string New = "NEW";
    public const string Closed = "CLOSED";
    public const string Snoozed = "SNOOZED";
    public const string RiskAccepted = "RISK_ACCEPTED";

    public static TicketMove Close { get; } = new(Closed, New);

    public static TicketMove Snooze { get; } = new(Snoozed, New);

    public static TicketMove AcceptRisk { get; } = new(RiskAccepted, New);

    public static TicketMove Reopen { get; } = new(New, Closed, Snoozed, RiskAccepted);

    /// <summary>A status that a ticket can have.</summary>
    public static string Known(string status) => status is New or Closed or Snoozed or RiskAccepted
        ? status
        : throw new ArgumentException($"no such status of a ticket: '{status}'");
}
