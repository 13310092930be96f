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
    /// <c>EndpointUnusable</c>.
    /// </exception>
    public DigTenant(ApiToken token, Uri? endpoint = null, DigOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        options ??= new DigOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PageSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero, nameof(options));

        var session = Credential.Of(token);
        Endpoint = TenantEndpoint.Resolve(session.Claims, endpoint);

        _channel = new GraphQLChannel(Endpoint, session, options);
        var documents = new DocumentLibrary(options.QueriesFolder);
        var pager = new CardPager(_channel, options.PageSize);
        var collectors = new DigCollectors(pager, documents);
        Collectors = collectors;
        CloudAccounts = new DigCloudAccounts(
            pager,
            documents,
            collectors,
            new AccountSearch(_channel, pager, documents),
            new RegistrationBatch(_channel, documents),
            new UnregistrationBatch(_channel, documents));
        var mutations = new MutationProbe(_channel, documents);
        Tokens = new DigTokens(_channel, documents, mutations, new TokenTest(_channel, documents, options.Clock));
        Swimlanes = new DigSwimlanes(pager, documents);
        var types = new TypeProbe(_channel, documents);
        ControlFrameworks = new DigFrameworks(pager, documents, types, new FrameworkUpdate(_channel, documents, mutations, types));
        _channel.BeforeSessionRequest = new TokenRenewal(_channel, Tokens, options.Clock).EnsureAsync;
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

    public void Dispose() => _channel.Dispose();

    public override string ToString() => Endpoint.ToString();
}
