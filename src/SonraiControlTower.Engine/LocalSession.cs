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

    /// <summary>Gives items one by one. Only once somebody reads is it asked whether they may, and what there is.</summary>
    public IAsyncEnumerable<T> Stream<T>(Func<IEnumerable<T>> items, CancellationToken cancellationToken)
    {
        return Each().ToAsyncEnumerable();

        IEnumerable<T> Each()
        {
            Demand(cancellationToken);
            foreach (var item in items())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }
}
