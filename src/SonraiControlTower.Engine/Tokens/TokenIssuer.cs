using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Engine;

/// <summary>Makes tokens, judges them, and takes them back.</summary>
internal sealed class TokenIssuer(string tenant, TimeProvider clock)
{
    /// <summary>What Sonrai's public clients ask for lies between these.</summary>
    public static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(7_200);
    public static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(2_592_000);

    private const string OrgsClaim = "https://sonraisecurity.com/orgs";
    private readonly Lock _gate = new();
    private readonly TokenSeal _seal = new();

    // By the digest of its text: a registry that holds no secret cannot give one away.
    private readonly OrderedDictionary<string, SonraiToken> _live = [];

    public NewToken Issue(string name, TimeSpan lifetime)
    {
        // A JSON Web Token counts in whole seconds, so what is granted does too.
        var issuedAt = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var token = new SonraiToken
        {
            Name = name,
            Srn = $"srn:{tenant}::SonraiUserToken/{Guid.NewGuid()}",
            CreatedAt = issuedAt,
            ExpiresAt = issuedAt.AddSeconds(Math.Floor(lifetime.TotalSeconds)),
        };
        var secret = _seal.Sign(new JsonObject
        {
            [TokenClaims.OrgClaim] = tenant,
            [TokenClaims.EnvClaim] = "local",
            [OrgsClaim] = new JsonArray(tenant),
            ["jti"] = token.Srn,
            ["iat"] = issuedAt.ToUnixTimeSeconds(),
            ["exp"] = token.ExpiresAt.Value.ToUnixTimeSeconds(),
        });

        lock (_gate)
        {
            _live.Add(Digest(secret), token);
        }

        return new NewToken(token, secret);
    }

    /// <summary>The tokens that have not ended, in the order they were made. Dig, too, forgets the ended ones by itself.</summary>
    public IReadOnlyList<SonraiToken> Live()
    {
        lock (_gate)
        {
            return [.. _live.Values.Where(token => !HasEnded(token.ExpiresAt))];
        }
    }

    /// <summary>Takes a token back; false if there is none by that SRN.</summary>
    public bool Remove(string? srn)
    {
        lock (_gate)
        {
            var entry = _live.FirstOrDefault(entry => entry.Value.Srn == srn && !HasEnded(entry.Value.ExpiresAt));
            return entry.Key is not null && _live.Remove(entry.Key);
        }
    }

    public TokenJudgement Judge(ApiToken token)
    {
        TokenClaims claims;
        try
        {
            claims = TokenClaims.Read(token);
        }
        catch (SonraiException malformed)
        {
            return new TokenJudgement(TokenStatus.Malformed, null, malformed.Problem);
        }

        // What the token says of itself comes first: it tells the user more than that the signature is not ours.
        if (claims.Org != tenant)
        {
            return new TokenJudgement(TokenStatus.WrongTenant, claims, TokenProblems.WrongTenant(tenant, claims.Org));
        }

        if (HasEnded(claims.ExpiresAt))
        {
            return new TokenJudgement(TokenStatus.Expired, claims, TokenProblems.Expired(claims.ExpiresAt));
        }

        if (!_seal.IsUnbroken(token))
        {
            return new TokenJudgement(TokenStatus.Refused, claims, TokenProblems.Refused(tenant, "it was not made in this session."));
        }

        return IsLive(token)
            ? new TokenJudgement(TokenStatus.Valid, claims, Problem: null)
            : new TokenJudgement(TokenStatus.Refused, claims, TokenProblems.Refused(tenant, "it was removed."));
    }

    public TimeSpan? TimeLeft(DateTimeOffset? expiresAt) => expiresAt is not { } end ? null
        : HasEnded(end) ? TimeSpan.Zero
        : end - clock.GetUtcNow();

    /// <summary>RFC 7519, 4.1.4: not accepted on or after the instant.</summary>
    private bool HasEnded(DateTimeOffset? expiresAt) => expiresAt <= clock.GetUtcNow();

    private bool IsLive(ApiToken token)
    {
        lock (_gate)
        {
            return _live.ContainsKey(Digest(token));
        }
    }

    private static string Digest(ApiToken token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token.Reveal())));
}
