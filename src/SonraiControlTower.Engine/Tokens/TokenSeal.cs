using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Engine;

/// <summary>
/// Signs and checks JSON Web Tokens with HS256 (<see href="https://www.rfc-editor.org/rfc/rfc7515#appendix-A.1">RFC 7515, A.1</see>) and a
/// key that lives and dies with this instance.
/// </summary>
internal sealed class TokenSeal
{
    private static readonly string _header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public ApiToken Sign(JsonObject claims)
    {
        var signed = $"{_header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return new ApiToken($"{signed}.{Base64Url.EncodeToString(Signature(signed))}");
    }

    /// <summary>True if this instance signed the token, and nobody changed it since.</summary>
    public bool IsUnbroken(ApiToken token)
    {
        // What the header says is not asked: whatever it claims, only our own key and algorithm count.
        var text = token.Reveal();
        var dot = text.LastIndexOf('.');
        var signature = Encoding.UTF8.GetBytes(text[(dot + 1)..]);
        var expected = Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Signature(text[..Math.Max(dot, 0)])));
        return CryptographicOperations.FixedTimeEquals(signature, expected);
    }

    private byte[] Signature(string signed) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(signed));
}
