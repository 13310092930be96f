namespace SonraiControlTower.Engine;

/// <summary>
/// Dig on this machine: for organizations without a Sonrai subscription, and for the sandbox. It keeps what Dig's registry keeps, in memory,
/// and answers as a tenant would. It may be used from several threads at once.
/// </summary>
public sealed class LocalDig : IDig, IDisposable
{
    private readonly TokenIssuer _issuer;
    private readonly LocalTickets _tickets;

    /// <param name="tenant">The tenant's name; it is in every SRN and token that this engine makes.</param>
    /// <param name="collectors">The collector deployments there are.</param>
    /// <param name="clock">What the lives of tokens go by.</param>
    /// <param name="swimlanes">The swimlanes there are beside the global one.</param>
    /// <param name="operations">The operations of a tenant that this engine stands in for; it implements them all.</param>
    /// <param name="users">The people there are beside the one whose session it is.</param>
    /// <param name="endpoint">Where a function that belongs to the same sandbox reaches it; null for an engine that only this session has.</param>
    /// <param name="analysis">What the tickets come from and are kept in; null for an engine that looks at nothing.</param>
    public LocalDig(
        string tenant,
        IReadOnlyList<SonraiCollector> collectors,
        TimeProvider clock,
        IReadOnlyList<SonraiSwimlane>? swimlanes = null,
        IReadOnlyList<TenantCapability>? operations = null,
        IReadOnlyList<SonraiUser>? users = null,
        Uri? endpoint = null,
        LocalAnalysis? analysis = null)
        : this(tenant, collectors, clock, swimlanes, operations, users, endpoint, analysis?.Findings ?? new NoFindings(), analysis?.Shelf ?? new NoShelf())
    {
    }

    internal LocalDig(
        string tenant,
        IReadOnlyList<SonraiCollector> collectors,
        TimeProvider clock,
        IReadOnlyList<SonraiSwimlane>? swimlanes,
        IReadOnlyList<TenantCapability>? operations,
        IReadOnlyList<SonraiUser>? users,
        Uri? endpoint,
        IFindings findings,
        ITicketShelf shelf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        ArgumentNullException.ThrowIfNull(collectors);
        ArgumentNullException.ThrowIfNull(clock);

        var issuer = new TokenIssuer(tenant, clock);
        _issuer = issuer;
        var session = new LocalSession(issuer);
        var people = new LocalUsers(tenant, users ?? [], session);
        var audit = new LocalAuditLog(tenant, people.Self, clock, session);
        var deployments = new LocalCollectors(collectors, session);
        Tenant = tenant;
        Endpoint = endpoint;
        Tokens = new LocalTokens(issuer, session, audit);
        Collectors = deployments;
        var accounts = new LocalCloudAccounts(tenant, deployments, session, audit);
        CloudAccounts = accounts;
        var lanes = new LocalSwimlanes(tenant, swimlanes ?? [], session);
        Swimlanes = lanes;
        var frameworks = FrameworkCatalogue.Read(tenant);
        ControlFrameworks = new LocalFrameworks(frameworks, lanes, session, audit);
        _tickets = new LocalTickets(new TicketBook(tenant, frameworks, shelf), findings, lanes, people, clock, session, audit);
        Users = people;
        Searches = new LocalSearches(tenant, _tickets, findings, accounts, deployments, session);
        AuditLog = audit;
        Bots = new LocalBots(session);
        Capabilities = new LocalCapabilities(operations ?? [], session);
    }

    /// <summary>The tenant's name.</summary>
    public string Tenant { get; }

    public Uri? Endpoint { get; }

    public ITokens Tokens { get; }

    public ICollectors Collectors { get; }

    public ICloudAccounts CloudAccounts { get; }

    public ISwimlanes Swimlanes { get; }

    public IControlFrameworks ControlFrameworks { get; }

    public ITickets Tickets => _tickets;

    public IUsers Users { get; }

    public ISearches Searches { get; }

    public IAuditLog AuditLog { get; }

    public IBots Bots { get; }

    public ICapabilities Capabilities { get; }

    /// <summary>This engine as whoever has the token sees it.</summary>
    public IDig As(ApiToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new TokenHolder(this, token);
    }

    public void Dispose() => _tickets.Dispose();

    internal Problem? Judge(ApiToken token) => _issuer.Judge(token).Problem;
}
