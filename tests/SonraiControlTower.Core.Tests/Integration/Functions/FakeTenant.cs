using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>A tenant that lets in who has a token that it made and that has not ended; it makes further ones for whoever was let in.</summary>
internal sealed class FakeTenant(FakeAws aws)
{
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private int _made;

    public FakeDig Dig { get; } = new(FakeDig.Blue, FakeDig.Green);

    /// <summary>What is granted of what was asked for.</summary>
    public Func<TimeSpan, TimeSpan> Grant { get; set; } = asked => asked;

    /// <summary>False for a tenant that does not say when a token ends.</summary>
    public bool TellsEnd { get; set; } = true;

    /// <summary>What every request comes to; null for an answer.</summary>
    public Func<Problem?> Outage { get; set; } = () => null;

    /// <summary>The tokens in the order of their making.</summary>
    public IReadOnlyCollection<string> Tokens => _tokens.Keys;

    /// <summary>The name and lifetime that each token was asked for with.</summary>
    public List<(string Name, TimeSpan Lifetime)> Asked { get; } = [];

    /// <summary>The tokens that Dig was opened with, in order.</summary>
    public List<string> Opened { get; } = [];

    /// <summary>How many sessions were opened and not disposed of.</summary>
    public int Open { get; private set; }

    public bool Accepts(string token) => _tokens.TryGetValue(token, out var end) && end > aws.Clock.GetUtcNow();

    public string Issue(string token, TimeSpan? lifetime = null)
    {
        _tokens[token] = aws.Clock.GetUtcNow() + (lifetime ?? TimeSpan.FromDays(30));
        return token;
    }

    public void Revoke(string token) => _tokens.Remove(token);

    public IDig OpenDig(ApiToken token)
    {
        Opened.Add(token.Reveal());
        Open++;
        return new Session(this, token.Reveal());
    }

    private T Pass<T>(string token, string request, Func<T> effect) =>
        Outage() is { } problem ? throw new SonraiException(problem)
        : Accepts(token) ? aws.Pass(request, effect)
        : throw new SonraiException(TokenProblems.Refused("acme"));

    private sealed class Session(FakeTenant tenant, string token) : IDig, ITokens, ICollectors, IDisposable
    {
        private IDig Dig => tenant.Dig;

        public Uri? Endpoint => null;

        public ITokens Tokens => this;

        public ICollectors Collectors => this;

        public ICloudAccounts CloudAccounts => tenant.Pass(token, "Dig", () => Dig.CloudAccounts);

        public ISwimlanes Swimlanes => Dig.Swimlanes;

        public IControlFrameworks ControlFrameworks => Dig.ControlFrameworks;

        public ITickets Tickets => Dig.Tickets;

        public IUsers Users => Dig.Users;

        public ISearches Searches => Dig.Searches;

        public IAuditLog AuditLog => Dig.AuditLog;

        public IBots Bots => Dig.Bots;

        public ICapabilities Capabilities => Dig.Capabilities;

        public Task<NewToken> CreateAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken) => Task.FromResult(tenant.Pass(token, "GenerateSonraiUserToken", () =>
        {
            tenant.Asked.Add((name, lifetime));
            var granted = tenant.Grant(lifetime);
            var made = tenant.Issue($"made-{++tenant._made}", granted);
            return new NewToken(
                new SonraiToken { Name = name, ExpiresAt = tenant.TellsEnd ? tenant._tokens[made] : null }, new ApiToken(made));
        }));

        public Task<TokenVerdict> TestAsync(ApiToken? asked, CancellationToken cancellationToken) => Task.FromResult(
            tenant.Outage() is { } problem ? throw new SonraiException(problem)
            : tenant.Accepts(asked?.Reveal() ?? token) ? new TokenVerdict { Status = TokenStatus.Valid, ExpiresAt = tenant._tokens[token] }
            : new TokenVerdict { Status = TokenStatus.Refused, Reason = "It was revoked." });

        public IAsyncEnumerable<SonraiToken> ListAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<SonraiToken>();

        public Task RemoveAsync(SonraiToken listed, CancellationToken cancellationToken) => throw new NotSupportedException();

        IAsyncEnumerable<SonraiCollector> ICollectors.ListAsync(CancellationToken cancellationToken) =>
            tenant.Pass(token, "PlatformAccounts", () => Dig.Collectors.ListAsync(cancellationToken));

        public void Dispose() => tenant.Open--;
    }
}
