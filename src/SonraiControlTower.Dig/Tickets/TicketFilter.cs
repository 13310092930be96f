namespace SonraiControlTower.Dig;

/// <summary>From what is asked for to a filter of Dig's.</summary>
internal static class TicketFilter
{
    /// <summary>From here on a filter of accounts would be longer than what it spares.</summary>
    private const int MostAccounts = 20;

    private static readonly DateTimeOffset _never = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static Filter Of(TicketQuery query, TicketDialect dialect) => Filter.All(
    [
        .. OneOf(dialect.Swimlane, query.SwimlaneSrns),
        .. OneOf(dialect.Framework, query.FrameworkSrns),
        .. OneOf("severityCategory", query.Severities),
        .. OneOf("status", query.Statuses),
        .. Within(dialect.Created, query.Created),
        .. Within(dialect.Modified, query.Modified),
        .. InAccounts(dialect.Resource, query.Accounts),
    ]);

    public static Filter Of(IEnumerable<string> srns) => Filter.In("srn", srns);

    private static IEnumerable<Filter> OneOf(string field, IReadOnlyList<string> values) => values.Count == 0 ? [] : [Filter.In(field, values)];

    private static IEnumerable<Filter> Within(string field, DateRange range) => range switch
    {
        // That GTE is for instants and LTE there at all is not public; BETWEEN on instants is.
        { IsOpen: false } => [Filter.Between(field, range.From ?? DateTimeOffset.UnixEpoch, range.To ?? _never)],
        _ => [],
    };

    /// <summary>
    /// An account is no filter key that is public, but its number is part of the resource's SRN. That narrows the list; which of them are meant the
    /// reader then sees from the account itself.
    /// </summary>
    private static List<Filter> InAccounts(string field, IReadOnlyCollection<AccountId> accounts)
    {
        List<Filter> mentioned = [.. accounts.Select(account => Filter.Text(field, FilterOp.CONTAINS, account.ToString()))];
        return mentioned.Count switch
        {
            0 or > MostAccounts => [],
            1 => mentioned,
            _ => [Filter.Any(mentioned)],
        };
    }
}
