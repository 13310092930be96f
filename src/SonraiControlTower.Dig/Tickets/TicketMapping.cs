namespace SonraiControlTower.Dig;

/// <summary>From a ticket on the wire to the ticket of the house.</summary>
internal static class TicketMapping
{
    /// <summary>The ticket; null where the tenant did not say which one it is.</summary>
    public static SonraiTicket? ToTicket(this WireTicket wire) => wire.Srn is not { } srn
        ? null
        : new SonraiTicket
        {
            Title = wire.Title ?? srn,
            Srn = srn,
            Status = wire.Status ?? "",
            Severity = wire.SeverityCategory,
            SeverityNumeric = WireScalar.Whole(wire.SeverityNumeric),
            ResourceName = wire.ResourceName,
            ResourceSrn = wire.ResourceSrn,
            ResourceType = wire.ResourceLabel,
            Account = wire.Account,
            TicketType = wire.TicketType,
            TicketKey = wire.TicketKey,
            Policy = wire.Policy?.Title ?? wire.PolicyTitle,
            FrameworkSrns = wire.FrameworkSrns is { } frameworks ? [.. frameworks.OfType<string>()] : null,
            Swimlanes = Titles(wire),
            AssignedTo = WireScalar.Text(wire.AssignedTo),
            CreatedAt = WireScalar.Instant(wire.CreatedDate),
            FirstSeenAt = WireScalar.Instant(wire.FirstSeen),
            LastSeenAt = WireScalar.Instant(wire.LastSeen),
            LastModifiedAt = WireScalar.Instant(wire.LastModified),
            TransitionedAt = WireScalar.Instant(wire.TransitionDate),
            TransitionedBy = WireScalar.Text(wire.TransitionedBy),
        };

    public static TicketComment? ToComment(this WireComment? wire) => wire?.Body is not { } body
        ? null
        : new TicketComment { Body = body, CreatedBy = WireScalar.Text(wire.CreatedBy), CreatedAt = WireScalar.Instant(wire.CreatedDate) };

    private static IReadOnlyList<string> Titles(WireTicket wire) =>
        wire.Swimlanes is { Count: > 0 } lanes
            ? [.. lanes.Select(lane => lane?.Title ?? lane?.Srn).OfType<string>()]
            : [.. (wire.SwimlaneSrns ?? []).OfType<string>()];
}
