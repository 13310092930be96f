using System.Globalization;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// A condition in Dig's filter grammar: comparisons of fields, combined by <c>and</c>, <c>or</c> and <c>not</c>. It is a tree and no text; what is
/// compared with goes as variables (<see cref="FilterWriter"/>).
/// </summary>
internal abstract record Filter
{
    /// <summary>A text compared with another.</summary>
    public static Filter Text(string field, FilterOp op, string value, bool caseSensitive = true) =>
        new Comparison(field, FilterValue.Logical, op, value, caseSensitive);

    /// <summary>A text that is one of several.</summary>
    public static Filter In(string field, IEnumerable<string> values) => Text(field, FilterOp.IN_LIST, values);

    /// <summary>A text compared with a list of others.</summary>
    public static Filter Text(string field, FilterOp op, IEnumerable<string> values) =>
        new Comparison(field, FilterValue.Logical, op, new JsonArray([.. values.Select(value => (JsonNode)value)]));

    /// <summary>An instant compared with another.</summary>
    public static Filter Instant(string field, FilterOp op, DateTimeOffset value) =>
        new Comparison(field, FilterValue.DateLogical, op, Iso(value));

    /// <summary>An instant between two others, both included.</summary>
    public static Filter Between(string field, DateTimeOffset from, DateTimeOffset to) =>
        new Comparison(field, FilterValue.DateLogical, FilterOp.BETWEEN, new JsonArray(Iso(from), Iso(to)));

    /// <summary>A number compared with another.</summary>
    public static Filter Number(string field, FilterOp op, long value) => new Comparison(field, FilterValue.Long, op, value);

    /// <summary>A number between two others, both included.</summary>
    public static Filter Between(string field, long from, long to) =>
        new Comparison(field, FilterValue.Long, FilterOp.BETWEEN, new JsonArray(from, to));

    /// <summary>True where every one is; with none, nothing is asked.</summary>
    public static Filter All(params IEnumerable<Filter> filters) => new Junction("and", [.. filters]);

    /// <summary>True where at least one is.</summary>
    public static Filter Any(params IEnumerable<Filter> filters) => new Junction("or", [.. filters]);

    /// <summary>True where the other is not.</summary>
    public static Filter Not(Filter filter) => new Negation(filter);

    /// <summary>An instant as Dig takes it.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>One field compared.</summary>
    internal sealed record Comparison(string Field, FilterValue Type, FilterOp Op, JsonNode Value, bool CaseSensitive = true) : Filter;

    /// <summary>Several combined by <c>and</c> or <c>or</c>.</summary>
    internal sealed record Junction(string Word, IReadOnlyList<Filter> Parts) : Filter;

    internal sealed record Negation(Filter Inner) : Filter;
}

/// <summary>The operators, by their names in the grammar.</summary>
internal enum FilterOp
{
    EQ,
    NEQ,
    IN_LIST,
    CONTAINS,
    NOT_CONTAINS,
    STARTS_WITH,
    REGEX,
    GT,
    GTE,
    LT,
    LTE,
    BETWEEN,
    LIKE,
    ILIKE,
    ARRAY_CONTAINS,
    ARRAY_CONTAINS_LIKE,
}

/// <summary>How what is compared with is typed: these names are public.</summary>
internal enum FilterValue
{
    /// <summary>Text, compared by an object of the input type <c>Logical</c>.</summary>
    Logical,

    /// <summary>Instants, compared by an object of the input type <c>DateLogical</c>.</summary>
    DateLogical,

    /// <summary>Whole numbers. The name of their input type is not public, so only the numbers themselves are variables.</summary>
    Long,
}
