using System.Globalization;

namespace SonraiControlTower;

/// <summary>What can be wrong with an API token. No message ever repeats one.</summary>
public static class TokenProblems
{
    private const string GetNewOne = "Make a new token in the Sonrai portal (user menu, API tokens), or with New-SonraiToken while another is still valid.";

    public static Problem Malformed { get; } = new(
        "MalformedToken",
        "The token is not a Sonrai API token: it is not a JSON Web Token of three parts.",
        "Copy the whole value of 'token' from the answer of GenerateSonraiUserToken, without quotes.",
        ProblemKind.InvalidInput);

    public static Problem ClaimMissing(string claim) => new(
        "TokenClaimMissing",
        $"The token has no claim '{claim}', so the tenant's address cannot be told from it.",
        "Give the address with -Endpoint, or use a token that Dig itself made.",
        ProblemKind.InvalidInput);

    public static Problem OrgUnusable(string org) => new(
        "TokenOrgUnusable",
        $"The token names the tenant '{org}', which cannot be part of an address.",
        "Give the tenant's address with -Endpoint, or use a token that Dig itself made.",
        ProblemKind.InvalidInput);

    public static Problem UnknownEnvironment(string env) => new(
        "TokenEnvironmentUnknown",
        $"The token names the environment '{env}', which is none of 'crc', 'stage' and 'dev'.",
        "Give the tenant's address with -Endpoint.",
        ProblemKind.InvalidInput);

    public static Problem Expired(DateTimeOffset? at) => new(
        "TokenExpired",
        at is { } instant
            ? $"The API token ended at {instant.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}."
            : "The API token has ended.",
        $"An ended token cannot be renewed. {GetNewOne} Then run Connect-Sonrai again.",
        ProblemKind.NotAuthenticated);

    public static Problem Refused(string tenant) => new(
        "TokenRefused",
        $"The tenant at '{tenant}' does not accept the API token (HTTP 401).",
        $"It was revoked or is not genuine. {GetNewOne} Then run Connect-Sonrai again.",
        ProblemKind.NotAuthenticated);

    /// <summary>As <see cref="Refused(string)"/>, where Dig says why.</summary>
    public static Problem Refused(string tenant, string why) => new(
        "TokenRefused",
        $"The tenant '{tenant}' does not accept the API token: {why}",
        $"{GetNewOne} Then run Connect-Sonrai again.",
        ProblemKind.NotAuthenticated);

    public static Problem WrongTenant(string tenant, int status) => new(
        "WrongTenant",
        $"The address '{tenant}' is not a tenant that this API token is for (HTTP {status}).",
        "Check -Endpoint; without it the address is taken from the token's own claims.",
        ProblemKind.NotAuthenticated);

    /// <summary>As <see cref="WrongTenant(string, int)"/>, where the token's own claims tell.</summary>
    public static Problem WrongTenant(string tenant, string? named) => new(
        "WrongTenant",
        named is null
            ? $"The API token names no tenant, so it is not for the tenant '{tenant}'."
            : $"The API token is for the tenant '{named}', not for '{tenant}'.",
        "Use a token that was made in this session, or connect to the tenant that the token names.",
        ProblemKind.NotAuthenticated);

    public static Problem LifetimeRefused(TimeSpan asked, string reason) => new(
        "TokenLifetimeRefused",
        $"A token of {asked} was not granted: {reason}",
        "Ask for another lifetime with -ExpiresIn. What a tenant allows is its own policy; 2 hours to 30 days is what public clients use.",
        ProblemKind.InvalidInput);

    public static Problem AnswerLost(string name) => new(
        "TokenAnswerLost",
        $"The tenant's answer to the request for the token '{name}' was lost, so the token may exist without anybody knowing its secret.",
        "Look with Get-SonraiToken; remove what nobody uses, and ask again.",
        ProblemKind.Unreachable);

    public static Problem NotFound(string name) => new(
        "TokenNotFound",
        $"There is no token '{name}'.",
        "List what there is with Get-SonraiToken.",
        ProblemKind.NotFound);
}
