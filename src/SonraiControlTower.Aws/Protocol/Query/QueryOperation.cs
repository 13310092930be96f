namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>One operation of a query service: its name, how its answer is read, and whether it may be sent again.</summary>
/// <param name="Name">The name, which is also the action's in a policy.</param>
/// <param name="Read">Reads the result element.</param>
/// <param name="Sent">Whether a request whose fate is not known may be sent again.</param>
internal sealed record QueryOperation<T>(string Name, Func<QueryElement, T> Read, Sending Sent = Sending.Repeatable);

/// <summary>An operation that gives nothing but its end.</summary>
internal readonly record struct Done
{
    /// <summary>Looks into nothing.</summary>
    public static Done Read(QueryElement _) => default;
}
