using System.Buffers.Text;
using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// What a Sonrai API token says of itself. A token is a JSON Web Token (<see href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</see>)
/// whose claims tell the tenant; as in every public client the signature is not checked here: Dig checks it.
/// </summary>
/// <param name="Org">The tenant's id; null where the token does not say.</param>
/// <param name="Env">The environment, <c>crc</c> in production; null where the token does not say.</param>
/// <param name="ExpiresAt">When the token ends; null where the token does not say.</param>
public sealed record TokenClaims(string? Org, string? Env, DateTimeOffset? ExpiresAt)
{
    public const string OrgClaim = "https://sonraisecurity.com/org";
    public const string EnvClaim = "https://sonraisecurity.com/env";

    /// <summary>When the token was made; null where the token does not say.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>How long the token was made for; null where the token does not say.</summary>
    public TimeSpan? Lifetime => ExpiresAt - IssuedAt;

    /// <summary>Reads the claims.</summary>
    /// <exception cref="SonraiException"><c>MalformedToken</c>; the message never repeats the token.</exception>
    public static TokenClaims Read(ApiToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Reveal().Split('.') is not [_, var payload, _])
        {
            throw new SonraiException(TokenProblems.Malformed);
        }

        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            var claims = json.RootElement;
            return new TokenClaims(Text(claims, OrgClaim), Text(claims, EnvClaim), Instant(claims, "exp")) { IssuedAt = Instant(claims, "iat") };
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new SonraiException(TokenProblems.Malformed);
        }
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static DateTimeOffset? Instant(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? DateTimeOffset.FromUnixTimeSeconds((long)value.GetDouble())
            : null;
}
