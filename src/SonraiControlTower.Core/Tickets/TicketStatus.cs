namespace SonraiControlTower;

/// <summary>The states of a ticket, in Sonrai's words; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class TicketStatus
{
    /// <summary>It waits for somebody. Only a new ticket can be closed, snoozed, or have its risk accepted.</summary>
    public const string New = "NEW";

    /// <summary>It is settled; it comes back when the same is found again.</summary>
    public const string Closed = "CLOSED";

    /// <summary>It is put off, and becomes new again at a time.</summary>
    public const string Snoozed = "SNOOZED";

    /// <summary>It is closed and stays so: what it tells of is meant to be.</summary>
    public const string RiskAccepted = "RISK_ACCEPTED";
}

/// <summary>How much a ticket matters, in Sonrai's words.</summary>
public static class TicketSeverity
{
    public const string Critical = "CRITICAL";

    public const string High = "HIGH";

    public const string Medium = "MEDIUM";

    public const string Low = "LOW";

    public const string Informational = "INFORMATIONAL";
}
