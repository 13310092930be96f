namespace SonraiControlTower.Engine;

/// <summary>The saved searches of the local engine: a few questions about what it keeps. Making others is not offered here.</summary>
internal sealed class LocalSearches : ISearches
{
    private readonly string _tenant;
    private readonly LocalSession _session;
    private readonly IReadOnlyDictionary<string, Func<CancellationToken, Task<SearchFinds>>> _searches;

    public LocalSearches(string tenant, LocalTickets tickets, IFindings findings, LocalCloudAccounts accounts, LocalCollectors collectors, LocalSession session)
    {
        (_tenant, _session) = (tenant, session);
        _searches = new Dictionary<string, Func<CancellationToken, Task<SearchFinds>>>
        {
            ["Identities with unused permissions"] = async stop => new SearchFinds("Identities", await IdentitiesAsync(tickets, findings, stop).ConfigureAwait(false)),
            ["Open tickets"] = async stop => new SearchFinds("Tickets", [.. Open(await tickets.NowAsync(stop).ConfigureAwait(false))]),
            ["Registered accounts"] = async _ => new SearchFinds("PlatformCloudAccounts", [.. Registered(accounts, collectors)]),
        };
    }

    public IAsyncEnumerable<SonraiSearch> ListAsync(CancellationToken cancellationToken) => _session.Stream(
        () => _searches.Keys.Select((name, index) => new SonraiSearch(name, $"srn:{_tenant}::Search/{index + 1}")), cancellationToken);

    public async Task<IReadOnlyList<SearchFinds>> RunAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        _session.Demand(cancellationToken);
        return _searches.TryGetValue(name, out var run)
            ? [await run(cancellationToken).ConfigureAwait(false)]
            : throw new SonraiException(SearchProblems.Refused(name, "there is no saved search of that name."));
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> IdentitiesAsync(
        LocalTickets tickets, IFindings findings, CancellationToken cancellationToken)
    {
        var items = new List<IReadOnlyDictionary<string, object?>>();
        foreach (var state in (await tickets.StatesAsync(cancellationToken).ConfigureAwait(false)).DistinctBy(state => state.IdentityArn))
        {
            var evidence = await findings.EvidenceAsync(state.IdentityArn, cancellationToken).ConfigureAwait(false);
            if (evidence.Count > 0)
            {
                items.Add(Item(
                    ("name", state.Ticket.ResourceName),
                    ("label", state.Ticket.ResourceType),
                    ("account", state.Ticket.Account),
                    ("srn", state.Ticket.ResourceSrn),
                    ("policies", evidence.Select(policy => (object?)policy.PolicyName).ToArray())));
            }
        }

        return items;
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Open(IReadOnlyList<SonraiTicket> tickets) => tickets
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
