using System.Runtime.CompilerServices;

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
    public IAsyncEnumerable<T> Stream<T>(Func<IEnumerable<T>> items, CancellationToken cancellationToken) =>
        Stream(() => Task.FromResult(items()), cancellationToken);

    /// <summary>The same where what there is has to be waited for.</summary>
    public async IAsyncEnumerable<T> Stream<T>(Func<Task<IEnumerable<T>>> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Demand(cancellationToken);
        foreach (var item in await items().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
