namespace SonraiControlTower;

/// <summary>Something that somebody did in Dig.</summary>
public sealed record SonraiAuditEvent
{
    /// <summary>When it was done; null where the tenant did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What was done, such as <c>AcceptRiskTickets</c>.</summary>
    public string? EventName { get; init; }

    /// <summary>What kind of doing it was, in the tenant's words.</summary>
    public string? ActionType { get; init; }

    /// <summary>What it was, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>Who did it: their address or name, else their SRN.</summary>
    public string? Actor { get; init; }

    public string? ActorSrn { get; init; }

    /// <summary>What it was done to.</summary>
    public string? ResourceSrn { get; init; }

    /// <summary>Sonrai's resource name of the event.</summary>
    public string? Srn { get; init; }

    public override string ToString() => $"{EventName} {ResourceSrn}";
}
