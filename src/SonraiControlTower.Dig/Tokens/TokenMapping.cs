namespace SonraiControlTower.Dig;

/// <summary>From a token on the wire to the token of the house.</summary>
internal static class TokenMapping
{
    public static SonraiToken ToToken(this WireToken wire) => new()
    {
        Name = wire.Name ?? wire.Srn ?? "(unnamed)",
        Srn = wire.Srn,
        CreatedAt = WireScalar.Instant(wire.CreatedDate),
        ExpiresAt = WireScalar.Instant(wire.ExpireAt),
    };
}
