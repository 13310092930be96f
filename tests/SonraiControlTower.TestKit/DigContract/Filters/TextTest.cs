using System.Text.RegularExpressions;

namespace SonraiControlTower.TestKit;

/// <summary>The comparisons of text.</summary>
internal static class TextTest
{
    private static readonly TimeSpan _regexPatience = TimeSpan.FromSeconds(1);

    public static Predicate<string?> Of(ContractLogical logical)
    {
        var value = logical.Value?.ToString();
        var comparison = logical.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return logical.Op switch
        {
            "EQ" => text => string.Equals(text, value, comparison),
            "NEQ" => text => !string.Equals(text, value, comparison),
            "IN_LIST" => In(logical),
            "CONTAINS" => text => text is not null && value is not null && text.Contains(value, comparison),
            "NOT_CONTAINS" => text => text is null || value is null || !text.Contains(value, comparison),
            "STARTS_WITH" => text => text is not null && value is not null && text.StartsWith(value, comparison),
            "REGEX" => Pattern(value, RegexOptions.None),
            "LIKE" => Pattern(OfWildcards(value), logical.IsCaseSensitive ? RegexOptions.Singleline : RegexOptions.Singleline | RegexOptions.IgnoreCase),
            "ILIKE" => Pattern(OfWildcards(value), RegexOptions.Singleline | RegexOptions.IgnoreCase),
            "GT" => text => string.CompareOrdinal(text, value) > 0,
            "GTE" => text => string.CompareOrdinal(text, value) >= 0,
            "LT" => text => string.CompareOrdinal(text, value) < 0,
            "LTE" => text => string.CompareOrdinal(text, value) <= 0,
            "BETWEEN" when logical.Values is [var from, var to] => text => text is not null
                && string.CompareOrdinal(text, from?.ToString()) >= 0 && string.CompareOrdinal(text, to?.ToString()) <= 0,
            "BETWEEN" => throw new ContractRefusal("the operator BETWEEN needs two values"),
            _ => throw new ContractRefusal($"the operator {logical.Op} is not for text"),
        };
    }

    private static Predicate<string?> In(ContractLogical logical)
    {
        var values = logical.Values.OfType<object>().Select(one => one.ToString()!).ToHashSet(
            logical.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        return text => text is not null && values.Contains(text);
    }

    private static Predicate<string?> Pattern(string? pattern, RegexOptions options) =>
        text => text is not null && pattern is not null && Regex.IsMatch(text, pattern, options | RegexOptions.CultureInvariant, _regexPatience);

    /// <summary>SQL's wildcards: <c>%</c> is any text, <c>_</c> any one character.</summary>
    private static string? OfWildcards(string? value) => value is null
        ? null
        : $@"\A{Regex.Escape(value).Replace("%", ".*", StringComparison.Ordinal).Replace("_", ".", StringComparison.Ordinal)}\z";
}
