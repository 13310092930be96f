using System.Text.Json.Nodes;

namespace SonraiControlTower.Core.Tests.Integration.Rotation;

public sealed class TokenSecretTests
{
    private static readonly DateTimeOffset _end = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"token":"a.b.c"}""")]
    [InlineData("""{"sonrai_token":7}""")]
    [InlineData("""{"sonrai_token":" "}""")]
    [InlineData("a.b.c")]
    [InlineData("{")]
    public void What_has_no_token_is_told_of_without_being_repeated(string text)
    {
        var told = Should.Throw<SonraiException>(() => TokenSecret.Read("mine", Version(text))).Problem;

        told.Id.ShouldBe("TokenSecretUnusable");
        told.Message.ShouldNotContain("a.b.c");
    }

    [Fact]
    public void Another_token_takes_the_place_of_the_old_and_leaves_other_keys_as_they_are()
    {
        var secret = TokenSecret.Read("mine", Version("""{"team":"säge & co","sonrai_token":"old","n":1.50}"""));

        var json = JsonNode.Parse(secret.With(new ApiToken("new"), _end).Reveal())!;

        json["team"]!.ToString().ShouldBe("säge & co");
        json["sonrai_token"]!.ToString().ShouldBe("new");
        json["sonrai_token_expires_at"]!.ToString().ShouldBe("2027-01-15T12:00:00Z");
        json["n"]!.ToJsonString().ShouldBe("1.50");
    }

    [Fact]
    public void A_secret_that_keeps_something_else_gets_the_token_beside_it()
    {
        var json = JsonNode.Parse(TokenSecret.Put("mine", new SecretText("""{"team":"blue"}"""), new ApiToken("new"), null).Reveal())!;

        json["team"]!.ToString().ShouldBe("blue");
        json["sonrai_token"]!.ToString().ShouldBe("new");
    }

    [Fact]
    public void A_text_that_is_no_JSON_object_is_never_overwritten() =>
        Should.Throw<SonraiException>(() => TokenSecret.Put("mine", new SecretText("hunter2"), new ApiToken("new"), null))
            .Problem.Id.ShouldBe("TokenSecretUnusable");

    [Fact]
    public void An_end_that_Dig_does_not_tell_is_not_kept_from_the_token_before()
    {
        var before = TokenSecret.Put("mine", null, new ApiToken("old"), _end);

        TokenSecret.Read("mine", Version(before.Reveal())).With(new ApiToken("new"), null).Reveal().ShouldBe("""{"sonrai_token":"new"}""");
    }

    [Fact]
    public void A_secret_never_prints_itself() => $"{new SecretText("a.b.c")}".ShouldNotContain("a.b.c");

    private static SecretVersion Version(string text) => new("arn:aws:secretsmanager:eu-west-1:111122223333:secret:mine-AbCdEf", "1", [SecretStage.Current], new SecretText(text));
}
