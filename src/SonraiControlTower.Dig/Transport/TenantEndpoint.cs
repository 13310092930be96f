namespace SonraiControlTower.Dig;

/// <summary>
/// The address of a tenant's GraphQL endpoint. The token's claims tell it: <c>https://{org}{sub}.sonraisecurity.com/graphql</c>, where the
/// environment gives <c>sub</c>. An address given outright comes first.
/// </summary>
internal static class TenantEndpoint
{
    private const string Path = "/graphql";
    private const int LongestLabel = 63;

    /// <exception cref="SonraiException">
    /// <c>TokenClaimMissing</c>, <c>TokenEnvironmentUnknown</c>, <c>TokenOrgUnusable</c>, <c>PlainHttpRefused</c>, <c>EndpointUnusable</c>.
    /// </exception>
    public static Uri Resolve(TokenClaims claims, Uri? given) => given is null ? FromClaims(claims) : Checked(given);

    private static Uri FromClaims(TokenClaims claims)
    {
        var org = claims.Org ?? throw new SonraiException(TokenProblems.ClaimMissing(TokenClaims.OrgClaim));
        var env = claims.Env ?? throw new SonraiException(TokenProblems.ClaimMissing(TokenClaims.EnvClaim));

        // INVARIANT: the tenant is one label of a host name. Nobody has checked the claims yet, and an org such as 'evil.example/' would
        // otherwise send the token to another host.
        return IsLabel(org)
            ? new Uri($"https://{org}{Subdomain(env)}.sonraisecurity.com{Path}")
            : throw new SonraiException(TokenProblems.OrgUnusable(org));
    }

    private static string Subdomain(string env) => env switch
    {
        "dev" => ".de",
        "stage" => ".s",
        ['c', ..] => "",
        _ => throw new SonraiException(TokenProblems.UnknownEnvironment(env)),
    };

    private static bool IsLabel(string text) =>
        text.Length <= LongestLabel && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && text[0] != '-' && text[^1] != '-';

    private static Uri Checked(Uri given)
    {
        var text = given.OriginalString;
        if (!given.IsAbsoluteUri || given.UserInfo.Length > 0 || given.Query.Length > 0 || given.Fragment.Length > 0)
        {
            throw new SonraiException(DigProblems.EndpointUnusable(text));
        }

        if (given.Scheme == Uri.UriSchemeHttp && !given.IsLoopback)
        {
            throw new SonraiException(DigProblems.PlainHttp(text));
        }

        var isWeb = given.Scheme == Uri.UriSchemeHttps || given.Scheme == Uri.UriSchemeHttp;
        return isWeb && given.AbsolutePath.TrimEnd('/') is ("" or Path)
            ? new UriBuilder(given) { Path = Path }.Uri
            : throw new SonraiException(DigProblems.EndpointUnusable(text));
    }
}
