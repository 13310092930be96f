namespace SonraiControlTower;

/// <summary>A comment on a ticket.</summary>
public sealed record TicketComment
{
    public required string Body { get; init; }

    /// <summary>Who made it, as the tenant names them.</summary>
    public string? CreatedBy { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public override string ToString() => Body;
}
