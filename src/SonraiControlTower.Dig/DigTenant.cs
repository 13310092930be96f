namespace SonraiControlTower.Dig;

/// <summary>A Sonrai Dig tenant, reached with an API token over GraphQL. Opening it sends nothing.</summary>
public sealed class DigTenant : IDig, IDisposable
{
    private readonly GraphQLChannel _channel;

    /// <param name="token">The token; its claims tell the tenant.</param>
    /// <param name="endpoint">The tenant's address where the claims shall not tell it: https, or http on this machine.</param>
    /// <param name="options">How to talk with it; null for the defaults.</param>
    /// <exception cref="SonraiException">
    /// <c>MalformedToken</c>, <c>TokenClaimMissing</c>, <c>TokenEnvironmentUnknown</c>, <c>TokenOrgUnusable</c>, <c>PlainHttpRefused</c>,
    /// <c>EndpointUnusable</c>, <c>QueriesFolderNotFound</c>.
    /// </exception>
    public DigTenant(ApiToken token, Uri? endpoint = null, DigOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        options ??= new DigOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PageSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero, nameof(options));
        if (options.QueriesFolder is { } folder && !Directory.Exists(folder))
        {
            throw new SonraiException(DigProblems.QueriesFolderNotFound(folder));
        }

        var session = Credential.Of(token);
        Endpoint = TenantEndpoint.Resolve(session.Claims, endpoint);

        _channel = new GraphQLChannel(Endpoint, session, options);
        var documents = new DocumentLibrary(options.QueriesFolder);
        var probe = new SchemaProbe(_channel, documents);
        var reader = new PageReader(_channel);
        var pager = new CardPager(reader, options.PageSize);
        var user = new CurrentUser(_channel, documents);
        var collectors = new DigCollectors(pager, documents);
        Collectors = collectors;
        var accounts = new AccountReader(pager, documents, collectors, new AccountSearch(_channel, pager, documents));
        CloudAccounts = new DigCloudAccounts(
            accounts,
            new RegistrationBatch(_channel, documents),
            new UnregistrationBatch(_channel, documents),
            new AccountUpdateBatch(_channel, documents, probe, accounts));
        Tokens = new DigTokens(_channel, documents, probe, new TokenTest(_channel, documents, user, options.Clock));
        _channel.BeforeSessionRequest = new TokenRenewal(_channel, Tokens, options.Clock).EnsureAsync;
        Swimlanes = new DigSwimlanes(pager, documents, session.Claims.Org ?? Endpoint.Host);
        ControlFrameworks = new DigFrameworks(pager, documents, probe, new FrameworkUpdate(_channel, documents, probe));
        Tickets = Ticketing(reader, documents, probe, user, options.PageSize);
        Users = new DigUsers(pager, documents);
        Searches = new DigSearches(pager, _channel, documents);
        AuditLog = new DigAuditLog(pager, documents);
        Bots = new DigBots(pager, documents, probe);
        Capabilities = new DigCapabilities(documents, probe);
    }

    /// <summary>The tenant's GraphQL endpoint.</summary>
    public Uri Endpoint { get; }

    /// <summary>What the session's token says of itself; another one after a renewal.</summary>
    public TokenClaims Claims => _channel.Session.Claims;

    public ITokens Tokens { get; }

    public ICollectors Collectors { get; }

    public ICloudAccounts CloudAccounts { get; }

    public ISwimlanes Swimlanes { get; }

    public IControlFrameworks ControlFrameworks { get; }

    public ITickets Tickets { get; }

    public IUsers Users { get; }

    public ISearches Searches { get; }

    public IAuditLog AuditLog { get; }

    public IBots Bots { get; }

    public ICapabilities Capabilities { get; }

    /// <summary>The operations that the built-in documents ask for, whether or not a tenant offers them.</summary>
    public static IReadOnlyList<TenantCapability> Operations => [.. DigCapabilities.Known(new DocumentLibrary(null))];

    private DigTickets Ticketing(PageReader reader, DocumentLibrary documents, SchemaProbe probe, CurrentUser user, int pageSize)
    {
        var pager = new TicketPager(reader, pageSize);
        var comments = new FindingComments(_channel, documents);
        return new DigTickets(
            pager,
            documents,
            new TicketDialectChoice(documents, probe),
            new TicketDetail(pager, documents, probe, comments),
            new TicketWriter(_channel, documents, probe, user, comments));
    }

    public void Dispose() => _channel.Dispose();

    public override string ToString() => Endpoint.ToString();
}
