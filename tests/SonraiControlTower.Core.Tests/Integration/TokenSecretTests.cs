using System.Text.Json.Nodes;

namespace SonraiControlTower.Core.Tests.Integration;

public sealed class TokenSecretTests
{
    private static readonly DateTimeOffset _end = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"sonrai_token":"a.b.c"}""", "a.b.c")]
    [InlineData("""{"other":1,"sonrai_token":"a.b.c"}""", "a.b.c")]
    [InlineData("a.b.c\n", "a.b.c")]
    [InlineData("""{"token":"a.b.c"}""", null)]
    [InlineData("""{"sonrai_token":7}""", null)]
    [InlineData("""{"sonrai_token":""}""", null)]
    [InlineData("{", null)]
    [InlineData("  ", null)]
    public void The_token_is_read_as_Sonrais_own_integration_keeps_it(string text, string? token) =>
        TokenSecret.Read(new SecretText(text))?.Reveal().ShouldBe(token);

    [Fact]
    public void Another_token_takes_the_place_of_the_old_and_leaves_other_keys_as_they_are()
    {
        var kept = TokenSecret.With(new SecretText("""{"team":"säge & co","sonrai_token":"old","n":1.50}"""), new ApiToken("new"), _end).Reveal();

        var json = JsonNode.Parse(kept)!;
        json["team"]!.ToString().ShouldBe("säge & co");
        json["sonrai_token"]!.ToString().ShouldBe("new");
        json["sonrai_token_expires_at"]!.ToString().ShouldBe("2027-01-15T12:00:00Z");
        kept.ShouldContain("1.50");
    }

    [Fact]
    public void An_end_that_Dig_does_not_tell_is_not_kept_from_the_token_before()
    {
        var before = TokenSecret.With(null, new ApiToken("old"), _end);

        TokenSecret.With(before, new ApiToken("new"), null).Reveal().ShouldBe("""{"sonrai_token":"new"}""");
    }

    [Fact]
    public void A_secret_never_prints_itself() => $"{new SecretText("a.b.c")}".ShouldNotContain("a.b.c");
}
