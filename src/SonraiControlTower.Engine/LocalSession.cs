namespace SonraiControlTower.Engine;

/// <summary>The session's own token, made at the start. A tenant answers nobody without a good one, and neither does the engine.</summary>
internal sealed class LocalSession(TokenIssuer issuer)
{
    public ApiToken Token { get; } = issuer.Issue("Session", TokenIssuer.LongestLife).Secret;

    /// <summary>Lets a call pass.</summary>
    /// <exception cref="SonraiException"><c>TokenExpired</c>, or <c>TokenRefused</c> once the session's own token was removed.</exception>
    public void Demand(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (issuer.Judge(Token).Problem is { } problem)
        {
            throw new SonraiException(problem);
        }
    }
}
