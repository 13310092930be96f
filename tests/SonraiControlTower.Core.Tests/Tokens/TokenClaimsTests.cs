using System.Buffers.Text;
using System.Text;
using CsCheck;

namespace SonraiControlTower.Core.Tests.Tokens;

public sealed class TokenClaimsTests
{
    [Fact]
    public void The_tenant_its_environment_and_the_end_are_read()
    {
        var claims = TokenClaims.Read(Token(
            """{"https://sonraisecurity.com/org":"crc000001","https://sonraisecurity.com/env":"crc","exp":1772366400}"""));

        claims.ShouldBe(new TokenClaims("crc000001", "crc", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"https://sonraisecurity.com/org":"","https://sonraisecurity.com/env":null,"exp":"soon"}""")]
    [InlineData("""{"https://sonraisecurity.com/org":7,"https://sonraisecurity.com/env":["crc"],"exp":null}""")]
    public void What_a_token_does_not_say_is_null(string claims) =>
        TokenClaims.Read(Token(claims)).ShouldBe(new TokenClaims(null, null, null));

    [Theory]
    [InlineData("1772366400.75")]
    [InlineData("1.7723664e9")]
    public void A_fraction_of_a_second_is_no_reason_to_refuse(string exp) =>
        TokenClaims.Read(Token($$"""{"exp":{{exp}}}""")).ExpiresAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("""{"exp":1e300}""")]
    [InlineData("""{"https://sonraisecurity.com/org":"\ud800"}""")]
    public void A_payload_that_is_no_set_of_claims_is_malformed(string payload) =>
        Refusal(Token(payload).Reveal()).Id.ShouldBe("MalformedToken");

    [Fact]
    public void Whatever_is_malformed_is_never_repeated() =>
        Gen.String[Gen.Char[(char)33, (char)126], 8, 80].Select(text => "secret." + text).Sample(text =>
        {
            try
            {
                TokenClaims.Read(new ApiToken(text));
            }
            catch (SonraiException refusal)
            {
                refusal.Problem.Id.ShouldBe("MalformedToken");
                refusal.ToString().ShouldNotContain(text);
                refusal.Problem.ToString().ShouldNotContain(text);
                refusal.InnerException.ShouldBeNull();
            }
        });

    [Theory]
    [InlineData("one")]
    [InlineData("one.two")]
    [InlineData("one.two.three.four")]
    [InlineData("one.!!!.three")]
    public void A_token_has_three_parts(string text) =>
        Refusal(text).Id.ShouldBe("MalformedToken");

    [Fact]
    public void A_token_does_not_print_itself()
    {
        var token = new ApiToken(" secret.secret.secret ");

        token.ToString().ShouldNotContain("secret");
        token.Reveal().ShouldBe("secret.secret.secret");
    }

    private static ApiToken Token(string payload) => new($"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.c2ln");

    private static Problem Refusal(string text) => Should.Throw<SonraiException>(() => TokenClaims.Read(new ApiToken(text))).Problem;
}
