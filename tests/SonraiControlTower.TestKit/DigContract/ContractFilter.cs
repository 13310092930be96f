using System.Text.RegularExpressions;

namespace SonraiControlTower.TestKit;

/// <summary>The filter grammar: <c>{ op, value | values, caseSensitive }</c> on text, combined by <c>and</c>, <c>or</c>, <c>not</c>.</summary>
internal static class ContractFilter
{
    private static readonly TimeSpan _regexPatience = TimeSpan.FromSeconds(1);

    /// <summary>Whether an item passes a <c>where</c>. <paramref name="field"/> judges the keys that are fields or relations of the item.</summary>
    public static bool Passes(IDictionary<string, object?>? where, Func<string, IDictionary<string, object?>, bool> field) =>
        where is null || where.All(entry => entry.Key switch
        {
            "and" => Each(entry.Value).All(one => Passes(one, field)),
            "or" => Each(entry.Value).Any(one => Passes(one, field)),
            "not" => !Passes(Map(entry.Value), field),
            _ => entry.Value is null || field(entry.Key, Map(entry.Value)!),
        });

    /// <summary>Whether a text passes a <c>Logical</c>.</summary>
    public static bool Matches(string? text, IDictionary<string, object?> logical)
    {
        var op = logical.TryGetValue("op", out var given) && given is not null ? given.ToString() : "EQ";
        var value = logical.TryGetValue("value", out var one) ? one?.ToString() : null;
        var values = logical.TryGetValue("values", out var many) && many is IEnumerable<object?> list ? list.Select(item => item?.ToString()).ToList() : [];
        var comparison = logical.TryGetValue("caseSensitive", out var sensitive) && sensitive is false
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

        return op switch
        {
            "EQ" => string.Equals(text, value, comparison),
            "NEQ" => !string.Equals(text, value, comparison),
            "IN_LIST" => values.Exists(item => string.Equals(text, item, comparison)),
            "CONTAINS" => text is not null && value is not null && text.Contains(value, comparison),
            "NOT_CONTAINS" => text is null || value is null || !text.Contains(value, comparison),
            "STARTS_WITH" => text is not null && value is not null && text.StartsWith(value, comparison),
            "REGEX" => text is not null && value is not null && Regex.IsMatch(text, value, RegexOptions.CultureInvariant, _regexPatience),
            "GT" => string.CompareOrdinal(text, value) > 0,
            "GTE" => string.CompareOrdinal(text, value) >= 0,
            "LT" => string.CompareOrdinal(text, value) < 0,
            "LTE" => string.CompareOrdinal(text, value) <= 0,
            _ => throw new ContractRefusal($"the operator {op} is not for text"),
        };
    }

    public static IDictionary<string, object?>? Map(object? value) => value as IDictionary<string, object?>;

    private static IEnumerable<IDictionary<string, object?>?> Each(object? value) =>
        value is IEnumerable<object?> list ? list.Select(Map) : [];
}
