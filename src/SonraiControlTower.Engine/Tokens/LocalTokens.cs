namespace SonraiControlTower.Engine;

/// <summary>The API tokens of the local engine.</summary>
internal sealed class LocalTokens(TokenIssuer issuer, LocalSession session) : ITokens
{
    public async Task<NewToken> CreateAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        session.Demand(cancellationToken);
        return lifetime < TokenIssuer.ShortestLife || lifetime > TokenIssuer.LongestLife
            ? throw new SonraiException(TokenProblems.LifetimeRefused(
                lifetime, $"it must live from {TokenIssuer.ShortestLife.TotalHours} hours to {TokenIssuer.LongestLife.TotalDays} days."))
            : issuer.Issue(name, lifetime);
    }

    public IAsyncEnumerable<SonraiToken> ListAsync(CancellationToken cancellationToken)
    {
        return List().ToAsyncEnumerable();

        // Only once somebody reads is it asked whether he may.
        IEnumerable<SonraiToken> List()
        {
            session.Demand(cancellationToken);
            foreach (var token in issuer.Live())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return token;
            }
        }
    }

    public async Task RemoveAsync(SonraiToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        session.Demand(cancellationToken);
        if (!issuer.Remove(token.Srn))
        {
            throw new SonraiException(TokenProblems.NotFound(token.Name));
        }
    }

    public async Task<TokenVerdict> TestAsync(ApiToken? token, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (status, claims, problem) = issuer.Judge(token ?? session.Token);
        return new TokenVerdict
        {
            Status = status,
            Tenant = claims?.Org,
            ExpiresAt = claims?.ExpiresAt,
            TimeLeft = issuer.TimeLeft(claims?.ExpiresAt),
            Reason = problem is null ? null : $"{problem.Message} {problem.Remedy}",
        };
    }
}
