namespace SonraiControlTower.TestKit;

/// <summary>One comparison of a filter, as it was asked for.</summary>
internal readonly record struct ContractLogical(string Op, object? Value, IReadOnlyList<object?> Values, bool IsCaseSensitive)
{
    public static ContractLogical Read(IDictionary<string, object?> given) => new(
        given.TryGetValue("op", out var op) && op is not null ? op.ToString()! : "EQ",
        given.TryGetValue("value", out var value) ? value : null,
        given.TryGetValue("values", out var values) && values is IEnumerable<object?> list ? [.. list] : [],
        !(given.TryGetValue("caseSensitive", out var sensitive) && sensitive is false));
}
