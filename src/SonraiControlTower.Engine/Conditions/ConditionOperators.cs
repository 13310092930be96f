using System.Collections.Frozen;

namespace SonraiControlTower.Engine;

/// <summary>The condition operators by name, in any case, with the prefixes and the suffix that go with them.</summary>
internal static class ConditionOperators
{
    private const string ForAllValues = "ForAllValues:";
    private const string ForAnyValue = "ForAnyValue:";
    private const string IfExists = "IfExists";

    private static readonly FrozenDictionary<string, ConditionOperator>.AlternateLookup<ReadOnlySpan<char>> _byName =
        All().ToFrozenDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every operator.</summary>
    public static IEnumerable<ConditionOperator> All()
    {
        ConditionOperator[] positive =
        [
            new StringEquals(), new StringEqualsIgnoreCase(), new StringLike(),
            new NumericEquals(), new NumericLessThan(), new NumericLessThanEquals(), new NumericGreaterThan(), new NumericGreaterThanEquals(),
            new DateEquals(), new DateLessThan(), new DateLessThanEquals(), new DateGreaterThan(), new DateGreaterThanEquals(),
            new BoolOperator(), new BinaryEquals(), new IpAddressOperator(), new ArnLike("ArnEquals"), new ArnLike("ArnLike"), new NullOperator(),
        ];
        return
        [
            .. positive,
            new NegatedOperator("StringNotEquals", new StringEquals()),
            new NegatedOperator("StringNotEqualsIgnoreCase", new StringEqualsIgnoreCase()),
            new NegatedOperator("StringNotLike", new StringLike()),
            new NegatedOperator("NumericNotEquals", new NumericEquals()),
            new NegatedOperator("DateNotEquals", new DateEquals()),
            new NegatedOperator("NotIpAddress", new IpAddressOperator()),
            new NegatedOperator("ArnNotEquals", new ArnLike("ArnEquals")),
            new NegatedOperator("ArnNotLike", new ArnLike("ArnLike")),
        ];
    }

    /// <summary>Reads an operator as a policy writes it, such as <c>ForAnyValue:StringLikeIfExists</c>; null for none.</summary>
    public static NamedOperator? Find(string name)
    {
        var rest = name.AsSpan();
        var set = SetPrefix.None;
        if (rest.StartsWith(ForAllValues, StringComparison.OrdinalIgnoreCase))
        {
            set = SetPrefix.ForAllValues;
            rest = rest[ForAllValues.Length..];
        }
        else if (rest.StartsWith(ForAnyValue, StringComparison.OrdinalIgnoreCase))
        {
            set = SetPrefix.ForAnyValue;
            rest = rest[ForAnyValue.Length..];
        }

        var ifExists = rest.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);
        if (ifExists)
        {
            rest = rest[..^IfExists.Length];
        }

        // Null asks for existence itself: it takes neither.
        return _byName.TryGetValue(rest, out var found) && !(found is NullOperator && (ifExists || set is not SetPrefix.None))
            ? new NamedOperator(found, set, ifExists)
            : null;
    }
}

/// <summary>An operator as a policy names it.</summary>
/// <param name="Operator">The operator itself.</param>
/// <param name="Set">How the values of a key with many are taken together.</param>
/// <param name="IfExists">Whether it holds where the request has no such key.</param>
internal readonly record struct NamedOperator(ConditionOperator Operator, SetPrefix Set, bool IfExists);

/// <summary>
/// How the request's values of one key are taken together
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">source</see>).
/// </summary>
internal enum SetPrefix
{
    None,
    ForAllValues,
    ForAnyValue,
}
