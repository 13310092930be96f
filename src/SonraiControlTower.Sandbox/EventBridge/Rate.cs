using System.Globalization;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// <c>rate(1 hour)</c> and its like
/// (<see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">rate expressions</see>).
/// </summary>
internal static partial class Rate
{
    /// <summary>How often; null for what is no rate.</summary>
    public static TimeSpan? Find(string expression)
    {
        if (Expression().Match(expression) is not { Success: true } match)
        {
            return null;
        }

        var (count, unit) = (int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value);
        if (count == 0 || unit.EndsWith('s') != count > 1)
        {
            return null;
        }

        return unit[0] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
    }

    [GeneratedRegex(@"\Arate\((?<count>[0-9]{1,6}) (?<unit>minutes?|hours?|days?)\)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();
}
