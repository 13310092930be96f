namespace SonraiControlTower.TestKit;

/// <summary>The filter grammar: <c>{ op, value | values, caseSensitive }</c> on text, combined by <c>and</c>, <c>or</c>, <c>not</c>.</summary>
internal static class ContractFilter
{
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
    public static bool Matches(string? text, IDictionary<string, object?> logical) => TextTest.Of(ContractLogical.Read(logical))(text);

    public static IDictionary<string, object?>? Map(object? value) => value as IDictionary<string, object?>;

    public static IEnumerable<IDictionary<string, object?>?> Each(object? value) =>
        value is IEnumerable<object?> list ? list.Select(Map) : [];
}
