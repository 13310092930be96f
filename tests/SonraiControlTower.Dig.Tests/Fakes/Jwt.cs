using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Dig.Tests;

/// <summary>Tokens that nobody signed, for what is decided without the server.</summary>
internal static class Jwt
{
    public static ApiToken Of(string? org = "crc1", string? env = "crc", DateTimeOffset? expiresAt = null)
    {
        var claims = new Dictionary<string, object>();
        if (org is not null)
        {
            claims[TokenClaims.OrgClaim] = org;
        }

        if (env is not null)
        {
            claims[TokenClaims.EnvClaim] = env;
        }

        if (expiresAt is { } end)
        {
            claims["exp"] = end.ToUnixTimeSeconds();
        }

        return new ApiToken($"e30.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("signature"))}");
    }
}
