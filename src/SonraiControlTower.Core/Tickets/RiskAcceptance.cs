using System.Globalization;

namespace SonraiControlTower;

/// <summary>On what terms a risk is accepted. Dig itself knows none: at a tenant they are kept as the comment, the local engine goes by them.</summary>
public sealed record RiskAcceptance
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Until when: after it the ticket is new again, if what it tells of is still found. Null for good.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A word of <see cref="RiskScope"/>.</summary>
    public string Scope { get; init; } = RiskScope.Ticket;

    /// <summary>Who accepts it; null for whoever sends it.</summary>
    public string? By { get; init; }

    /// <summary>The terms in words, such as <c> by Ana until 2026-12-31 for the whole resource</c>; nothing where there are none.</summary>
    internal string Terms => string.Concat(
        By is null ? "" : $" by {By}",
        Until is { } until ? string.Create(CultureInfo.InvariantCulture, $" until {until:yyyy-MM-dd HH:mm zzz}") : "",
        Scope == RiskScope.Resource ? " for every ticket of the resource" : "");
}

/// <summary>How far an accepted risk goes.</summary>
public static class RiskScope
{
    /// <summary>The ticket alone.</summary>
    public const string Ticket = "Ticket";

    /// <summary>Every least-privilege ticket of the same resource, those included that are found later while it lasts.</summary>
    public const string Resource = "Resource";
}
