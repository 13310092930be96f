using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Engine.Tests.Tokens;

public sealed class TokenSealTests
{
    private readonly TokenSeal _seal = new();

    [Fact]
    public void A_sealed_token_has_three_parts_and_says_how_it_is_signed()
    {
        var parts = Sealed().Split('.');

        parts.Length.ShouldBe(3);
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])).ShouldBe("""{"alg":"HS256","typ":"JWT"}""");
        Base64Url.DecodeFromChars(parts[2]).Length.ShouldBe(HMACSHA256.HashSizeInBytes);
    }

    [Fact]
    public void An_untouched_token_is_unbroken() =>
        _seal.IsUnbroken(new ApiToken(Sealed())).ShouldBeTrue();

    [Fact]
    public void A_token_with_any_character_changed_is_broken()
    {
        var token = Sealed();

        var passing = Enumerable.Range(0, token.Length)
            .Select(at => token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..])
            .Where(changed => _seal.IsUnbroken(new ApiToken(changed)));

        passing.ShouldBeEmpty();
    }

    [Fact]
    public void A_token_that_asks_for_no_signature_is_broken()
    {
        var none = Base64Url.EncodeToString("""{"alg":"none"}"""u8);

        _seal.IsUnbroken(new ApiToken($"{none}.{Sealed().Split('.')[1]}.")).ShouldBeFalse();
    }

    [Fact]
    public void A_token_of_another_key_is_broken() =>
        new TokenSeal().IsUnbroken(new ApiToken(Sealed())).ShouldBeFalse();

    [Fact]
    public void Any_claim_survives()
    {
        var token = _seal.Sign(new JsonObject { ["name"] = "Ünïcödé \"quoted\" \\ 日本" });

        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Reveal().Split('.')[1]));
        claims.RootElement.GetProperty("name").GetString().ShouldBe("Ünïcödé \"quoted\" \\ 日本");
    }

    private string Sealed() => _seal.Sign(new JsonObject { ["org"] = "acme", ["exp"] = 1 }).Reveal();
}
