using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>From a token on the wire to the token of the house.</summary>
internal static class TokenMapping
{
    // 1e11 seconds are the year 5138; as milliseconds they are 1973, before anybody's tokens.
    private const long FirstMilliseconds = 100_000_000_000;

    public static SonraiToken ToToken(this WireToken wire) => new()
    {
        Name = wire.Name ?? wire.Srn ?? "(unnamed)",
        Srn = wire.Srn,
        CreatedAt = Instant(wire.CreatedDate),
        ExpiresAt = Instant(wire.ExpireAt),
    };

    /// <summary>An instant as tenants write it: ISO 8601, or seconds or milliseconds since 1970, as a number or as text.</summary>
    public static DateTimeOffset? Instant(JsonElement? value)
    {
        var text = value switch
        {
            { ValueKind: JsonValueKind.String } => value.Value.GetString(),
            { ValueKind: JsonValueKind.Number } => value.Value.GetRawText(),
            _ => null,
        };

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = number >= FirstMilliseconds ? number : number * 1000;
            return milliseconds is > 0 and < 253_402_300_800_000m ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }
}
