namespace SonraiControlTower.Engine;

/// <summary>
/// The same engine as somebody sees it who comes with a token: whoever has none that is good gets nothing. The sandbox's functions come so, as they
/// come to a tenant.
/// </summary>
/// <param name="dig">The engine.</param>
/// <param name="token">The token.</param>
internal sealed class TokenHolder(LocalDig dig, ApiToken token) : IDig
{
    public Uri? Endpoint => dig.Endpoint;

    /// <summary>What is asked of a token is answered to everybody; the rest of it only to a good one.</summary>
    public ITokens Tokens => new HeldTokens(this, dig, token);

    public ICollectors Collectors => Admitted().Collectors;

    public ICloudAccounts CloudAccounts => Admitted().CloudAccounts;

    public ISwimlanes Swimlanes => Admitted().Swimlanes;

    public IControlFrameworks ControlFrameworks => Admitted().ControlFrameworks;

    public ITickets Tickets => Admitted().Tickets;

    public IUsers Users => Admitted().Users;

    public ISearches Searches => Admitted().Searches;

    public IAuditLog AuditLog => Admitted().AuditLog;

    public IBots Bots => Admitted().Bots;

    public ICapabilities Capabilities => Admitted().Capabilities;

    private LocalDig Admitted() => dig.Judge(token) is { } problem ? throw new SonraiException(problem) : dig;

    private sealed class HeldTokens(TokenHolder holder, LocalDig dig, ApiToken token) : ITokens
    {
        public Task<NewToken> CreateAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken) =>
            holder.Admitted().Tokens.CreateAsync(name, lifetime, cancellationToken);

        public IAsyncEnumerable<SonraiToken> ListAsync(CancellationToken cancellationToken) => holder.Admitted().Tokens.ListAsync(cancellationToken);

        public Task RemoveAsync(SonraiToken removed, CancellationToken cancellationToken) => holder.Admitted().Tokens.RemoveAsync(removed, cancellationToken);

        public Task<TokenVerdict> TestAsync(ApiToken? tested, CancellationToken cancellationToken) => dig.Tokens.TestAsync(tested ?? token, cancellationToken);
    }
}
