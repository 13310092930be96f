namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>One page of a listing in the query protocol.</summary>
internal sealed record QueryPage<T>(IReadOnlyList<T> Items, string? NextToken) : IPage<T>
{
    IReadOnlyList<T>? IPage<T>.Items => Items;
}

/// <summary>Reads pages; the services differ in how they say that there is more.</summary>
internal static class QueryPage
{
    /// <summary>As CloudFormation has it: a token while there is more.</summary>
    public static Func<QueryElement, QueryPage<T>> WithToken<T>(string list, Func<QueryElement, T> read) =>
        result => new(result.List(list, read), result.TextOrNull("NextToken"));

    /// <summary>As IAM has it: a flag and a marker.</summary>
    public static Func<QueryElement, QueryPage<T>> WithMarker<T>(string list, Func<QueryElement, T> read) =>
        result => new(result.List(list, read), MarkerOf(result));

    /// <summary>What IAM's next page begins after; null on the last one.</summary>
    public static string? MarkerOf(QueryElement result) => result.FlagOrNull("IsTruncated") is true ? result.Text("Marker") : null;
}
