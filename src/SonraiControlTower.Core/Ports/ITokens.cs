namespace SonraiControlTower;

/// <summary>Dig's API tokens.</summary>
public interface ITokens
{
    /// <summary>
    /// Makes a token with the rights of the caller. <see cref="SonraiToken.ExpiresAt"/> of the answer is what Dig granted, which may be less
    /// than what was asked for.
    /// </summary>
    /// <exception cref="SonraiException"><c>TokenLifetimeRefused</c>, <c>TokenAnswerLost</c>, or what the tenant answers.</exception>
    Task<NewToken> CreateAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>The tokens there are; a listed token does not carry its secret.</summary>
    IAsyncEnumerable<SonraiToken> ListAsync(CancellationToken cancellationToken);

    /// <summary>Removes a token.</summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c> where the tenant has no such operation, <c>TokenNotFound</c>.</exception>
    Task RemoveAsync(SonraiToken token, CancellationToken cancellationToken);

    /// <summary>Asks Dig whether a token is good; null asks about the session's own. An unfit token is a verdict, not an exception.</summary>
    Task<TokenVerdict> TestAsync(ApiToken? token, CancellationToken cancellationToken);
}
