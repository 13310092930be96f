namespace SonraiControlTower.Dig;

/// <summary>A token and what it says of itself.</summary>
internal sealed record Credential(ApiToken Token, TokenClaims Claims)
{
    /// <exception cref="SonraiException"><c>MalformedToken</c>.</exception>
    public static Credential Of(ApiToken token) => new(token, TokenClaims.Read(token));
}
