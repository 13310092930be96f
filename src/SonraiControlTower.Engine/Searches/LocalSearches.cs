namespace SonraiControlTower.Engine;

/// <summary>The saved searches of the local engine: a few questions about what it keeps. Making others is not offered here.</summary>
internal sealed class LocalSearches : ISearches
{
    private readonly string _tenant;
    private readonly LocalSession _session;
    private readonly IReadOnlyDictionary<string, Func<SearchFinds>> _searches;

    public LocalSearches(string tenant, LocalTickets tickets, LocalCloudAccounts accounts, LocalCollectors collectors, LocalSession session)
    {
        (_tenant, _session) = (tenant, session);
        _searches = new Dictionary<string, Func<SearchFinds>>
        {
            ["Identities with unused permissions"] = () => new SearchFinds("Identities", [.. Identities(tickets)]),
            ["Open tickets"] = () => new SearchFinds("Tickets", [.. Open(tickets)]),
            ["Registered accounts"] = () => new SearchFinds("PlatformCloudAccounts", [.. Registered(accounts, collectors)]),
        };
    }

    public IAsyncEnumerable<SonraiSearch> ListAsync(CancellationToken cancellationToken) => _session.Stream(
        () => _searches.Keys.Select((name, index) => new SonraiSearch(name, $"srn:{_tenant}::Search/{index + 1}")), cancellationToken);

    public async Task<IReadOnlyList<SearchFinds>> RunAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        _session.Demand(cancellationToken);
        return _searches.TryGetValue(name, out var run)
            ? [run()]
            : throw new SonraiException(SearchProblems.Refused(name, "there is no saved search of that name."));
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Identities(LocalTickets tickets) => tickets.Now()
        .Where(ticket => ticket is { Evidence.Count: > 0 })
        .DistinctBy(ticket => ticket.ResourceSrn)
        .Select(ticket => Item(
            ("name", ticket.ResourceName),
            ("label", ticket.ResourceType),
            ("account", ticket.Account),
            ("srn", ticket.ResourceSrn),
            ("policies", ticket.Evidence!.Select(policy => (object?)policy.PolicyName).ToArray())));

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Open(LocalTickets tickets) => tickets.Now()
        .Where(ticket => ticket.Status == TicketStatus.New)
        .Select(ticket => Item(
            ("title", ticket.Title),
            ("severityCategory", ticket.Severity),
            ("resourceName", ticket.ResourceName),
            ("account", ticket.Account),
            ("srn", ticket.Srn)));

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Registered(LocalCloudAccounts accounts, LocalCollectors collectors) =>
        collectors.Known.SelectMany(accounts.Registered).Select(account => Item(
            ("accountNumber", account.AccountId),
            ("collector", account.Collector),
            ("roleArn", account.RoleArn),
            ("srn", account.Srn)));

    private static OrderedDictionary<string, object?> Item(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var item = new OrderedDictionary<string, object?>();
        foreach (var (name, value) in members)
        {
            item[name] = value;
        }

        return item;
    }
}
