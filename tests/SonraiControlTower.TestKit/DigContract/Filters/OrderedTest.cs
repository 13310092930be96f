namespace SonraiControlTower.TestKit;

/// <summary>The comparisons of numbers and instants. An item that has none passes only where its absence is asked for.</summary>
internal static class OrderedTest
{
    public static Predicate<T?> Of<T>(ContractLogical logical)
        where T : struct, IComparable<T>
    {
        var value = logical.Value as T?;
        return logical.Op switch
        {
            "EQ" => one => Nullable.Equals(one, value),
            "NEQ" => one => !Nullable.Equals(one, value),
            "IN_LIST" => In<T>(logical),
            "GT" => Compare(value, static order => order > 0),
            "GTE" => Compare(value, static order => order >= 0),
            "LT" => Compare(value, static order => order < 0),
            "LTE" => Compare(value, static order => order <= 0),
            "BETWEEN" when logical.Values is [T from, T to] =>
                one => one is { } given && given.CompareTo(from) >= 0 && given.CompareTo(to) <= 0,
            "BETWEEN" => throw new ContractRefusal("the operator BETWEEN needs two values"),
            _ => throw new ContractRefusal($"the operator {logical.Op} is for text"),
        };
    }

    private static Predicate<T?> Compare<T>(T? value, Predicate<int> isMeant)
        where T : struct, IComparable<T> =>
        one => one is { } given && value is { } bound && isMeant(given.CompareTo(bound));

    private static Predicate<T?> In<T>(ContractLogical logical)
        where T : struct, IComparable<T>
    {
        var values = logical.Values.OfType<T>().ToHashSet();
        return one => one is { } given && values.Contains(given);
    }
}
