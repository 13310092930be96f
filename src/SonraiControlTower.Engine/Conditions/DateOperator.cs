using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>
/// Compares times, which are written in one of the <see href="https://www.w3.org/TR/NOTE-datetime">W3C's forms of ISO 8601</see> or as seconds
/// since 1970.
/// </summary>
internal abstract class DateOperator : ConditionOperator
{
    private static readonly string[] _forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd", "yyyy-MM", "yyyy",
    ];

    /// <param name="order">Below 0 where the request's time is earlier than the policy's, above 0 where it is later.</param>
    protected abstract bool Holds(int order);

    public sealed override Predicate<string> Matching(string value) =>
        TryParse(value, out var wanted) ? found => TryParse(found, out var time) && Holds(time.CompareTo(wanted)) : _ => false;

    internal static bool TryParse(string text, out DateTimeOffset time)
    {
        if (DateTimeOffset.TryParseExact(
            text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time))
        {
            return true;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds) < LastSecond)
        {
            time = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
            return true;
        }

        return false;
    }

    /// <summary>About the year 3000; nothing that is a time of a request comes near, and .NET's calendar ends at 9999.</summary>
    private const decimal LastSecond = 32_503_680_000;
}
