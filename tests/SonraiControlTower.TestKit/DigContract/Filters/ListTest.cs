namespace SonraiControlTower.TestKit;

/// <summary>The comparisons of lists of text: one matching element is enough, and what denies holds for every element.</summary>
internal static class ListTest
{
    public static Predicate<IReadOnlyList<string>> Of(ContractLogical logical) => logical.Op switch
    {
        "NEQ" => Not(Any(logical with { Op = "EQ" })),
        "NOT_CONTAINS" => Not(Any(logical with { Op = "CONTAINS" })),
        "ARRAY_CONTAINS" => Any(logical with { Op = logical.Values.Count > 0 ? "IN_LIST" : "EQ" }),
        "ARRAY_CONTAINS_LIKE" => Any(logical with { Op = "LIKE" }),
        _ => Any(logical),
    };

    private static Predicate<IReadOnlyList<string>> Any(ContractLogical logical)
    {
        var test = TextTest.Of(logical);
        return list =>
        {
            for (var at = 0; at < list.Count; at++)
            {
                if (test(list[at]))
                {
                    return true;
                }
            }

            return false;
        };
    }

    private static Predicate<IReadOnlyList<string>> Not(Predicate<IReadOnlyList<string>> test) => list => !test(list);
}
