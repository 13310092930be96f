using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>Single values that tenants write in more than one way.</summary>
internal static class WireScalar
{
    // 1e11 seconds are the year 5138; as milliseconds they are 1973, before anything of Dig's.
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>An instant: ISO 8601, or seconds or milliseconds since 1970, as a number or as text.</summary>
    public static DateTimeOffset? Instant(JsonElement? value)
    {
        var text = Text(value);
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = number >= FirstMilliseconds ? number : number * 1000;
            return milliseconds is > 0 and < 253_402_300_800_000m ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }

    /// <summary>Text, or the digits of a number.</summary>
    public static string? Text(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } => value.Value.GetString(),
        { ValueKind: JsonValueKind.Number } => value.Value.GetRawText(),
        _ => null,
    };

    /// <summary>A whole number, as a number or as text; a broken one is rounded.</summary>
    public static int? Whole(JsonElement? value) =>
        decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue
            ? (int)Math.Round(number)
            : null;
}
