namespace SonraiControlTower.Engine;

/// <summary>The API tokens of the local engine.</summary>
internal sealed class LocalTokens(TokenIssuer issuer, LocalSession session, LocalAuditLog audit) : ITokens
{
    public async Task<NewToken> CreateAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        session.Demand(cancellationToken);
        if (lifetime < TokenIssuer.ShortestLife || lifetime > TokenIssuer.LongestLife)
        {
            throw new SonraiException(TokenProblems.LifetimeRefused(
                lifetime, $"it must live from {TokenIssuer.ShortestLife.TotalHours} hours to {TokenIssuer.LongestLife.TotalDays} days."));
        }

        var made = issuer.Issue(name, lifetime);
        audit.Record("GenerateSonraiUserToken", made.Token.Srn, $"Made the API token '{name}'.");
        return made;
    }

    public IAsyncEnumerable<SonraiToken> ListAsync(CancellationToken cancellationToken) => session.Stream(issuer.Live, cancellationToken);

    public async Task RemoveAsync(SonraiToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        session.Demand(cancellationToken);
        if (!issuer.Remove(token.Srn))
        {
            throw new SonraiException(TokenProblems.NotFound(token.Name));
        }

        audit.Record("DeleteSonraiUserToken", token.Srn, $"Removed the API token '{token.Name}'.");
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
