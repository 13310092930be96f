using System.Buffers.Text;
using System.Text.Json;

namespace SonraiControlTower.Engine.Tests.Tokens;

public sealed class TokenIssuerTests
{
    private readonly FakeTimeProvider _clock = Engines.Clock();
    private readonly TokenIssuer _issuer;

    public TokenIssuerTests() => _issuer = new TokenIssuer("acme", _clock);

    [Fact]
    public void A_token_carries_the_claims_that_clients_read()
    {
        var made = _issuer.Issue("ci", TimeSpan.FromHours(2));

        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(made.Secret.Reveal().Split('.')[1]));
        var claims = payload.RootElement;
        claims.GetProperty("https://sonraisecurity.com/org").GetString().ShouldBe("acme");
        claims.GetProperty("https://sonraisecurity.com/env").GetString().ShouldBe("local");
        claims.GetProperty("https://sonraisecurity.com/orgs").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("acme");
        claims.GetProperty("exp").GetInt64().ShouldBe(claims.GetProperty("iat").GetInt64() + 7_200);
    }

    [Fact]
    public void Core_reads_what_the_issuer_wrote()
    {
        var made = _issuer.Issue("ci", TimeSpan.FromHours(2));

        (TokenClaims.Read(made.Secret) with { IssuedAt = null }).ShouldBe(new TokenClaims("acme", "local", made.Token.ExpiresAt));
    }

    [Fact]
    public void No_two_tokens_are_the_same()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => _issuer.Issue("ci", TimeSpan.FromHours(2)).Secret.Reveal());

        secrets.ShouldBeUnique();
    }

    [Fact]
    public void A_token_changed_to_live_longer_is_refused()
    {
        var parts = _issuer.Issue("ci", TimeSpan.FromHours(2)).Secret.Reveal().Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement.GetRawText();
        var later = claims.Replace("\"exp\":17", "\"exp\":99", StringComparison.Ordinal);
        later.ShouldNotBe(claims);

        var judgement = _issuer.Judge(new ApiToken($"{parts[0]}.{Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(later))}.{parts[2]}"));

        judgement.Status.ShouldBe(TokenStatus.Refused);
    }

    [Fact]
    public async Task Tokens_made_on_many_threads_are_all_known()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => _issuer.Issue($"token {number}", TimeSpan.FromHours(2)))));

        _issuer.Live().Count.ShouldBe(200);
        made.ShouldAllBe(one => _issuer.Judge(one.Secret).Status == TokenStatus.Valid);
    }
}
