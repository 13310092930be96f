using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SonraiControlTower.TestKit;

/// <summary>The tokens of a contract server: real JSON Web Tokens (RS256) that it signs itself and knows by heart.</summary>
internal sealed class ContractTokens(DigContractOptions options)
{
    private static readonly SigningCredentials _signing = new(new RsaSecurityKey(RSA.Create(2048)), SecurityAlgorithms.RsaSha256);
    private readonly ConcurrentDictionary<string, ContractToken> _byText = new();

    public IEnumerable<ContractToken> Listed => _byText.Values.Where(one => !one.IsRevoked && one.Org == options.Org).OrderBy(one => one.Srn);

    public ContractToken Issue(string name, TimeSpan lifetime, string? org = null, string? env = null)
    {
        // JWTs count whole seconds.
        var now = DateTimeOffset.FromUnixTimeSeconds(options.Clock.GetUtcNow().ToUnixTimeSeconds());
        org ??= options.Org;
        var id = Guid.CreateVersion7(now).ToString();
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "Sonrai",
            Audience = "crc-graphql-server.sonraisecurity.com",
            IssuedAt = now.UtcDateTime,
            NotBefore = (lifetime < TimeSpan.Zero ? now + lifetime : now).UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = _signing,
            Claims = new Dictionary<string, object>
            {
                ["https://sonraisecurity.com/org"] = org,
                ["https://sonraisecurity.com/env"] = env ?? "crc",
                ["https://sonraisecurity.com/orgs"] = new[] { org },
                ["jti"] = id,
            },
        };
        var token = new ContractToken(
            new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor), name, $"srn:{org}::SonraiUserToken/{id}", org, now, now + lifetime);
        _byText[token.Text] = token;
        return token;
    }

    /// <summary>The HTTP status that a request with this bearer deserves.</summary>
    public int StatusFor(string? text) =>
        text is null || !_byText.TryGetValue(text, out var token) || token.IsRevoked || token.ExpiresAt <= options.Clock.GetUtcNow() ? 401
        : token.Org != options.Org ? 403
        : 200;

    public bool Revoke(Func<ContractToken, bool> which)
    {
        var token = _byText.Values.FirstOrDefault(one => !one.IsRevoked && which(one));
        if (token is not null)
        {
            token.IsRevoked = true;
        }

        return token is not null;
    }
}

/// <summary>A token that the server issued.</summary>
internal sealed record ContractToken(string Text, string Name, string Srn, string Org, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public bool IsRevoked { get; set; }

    public string ExpireAt(DigContractOptions options) => options.ExpireAtAsEpoch
        ? ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
        : ExpiresAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
