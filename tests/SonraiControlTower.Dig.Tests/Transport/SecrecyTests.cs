using System.Net;

namespace SonraiControlTower.Dig.Tests;

/// <summary>A token must not show up where people look: in exceptions, messages, and what objects print.</summary>
public sealed class SecrecyTests
{
    private static readonly ApiToken _secret = Jwt.Of();
    private readonly StepClock _clock = new();

    public static TheoryData<string> Endings =>
        ["401", "403", "429", "500", "302", "html", "echoed", "refused", "cut", "unreachable", "untrusted"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task No_exception_tells_the_token(string ending)
    {
        using var handler = new ScriptedHandler(AnswerFor(ending));
        using var tenant = new DigTenant(_secret, null, new DigOptions { Handler = handler, Clock = _clock });

        var listing = await Should.ThrowAsync<SonraiException>(_clock.RunAsync(tenant.Tokens.ListAsync(default).ToListAsync().AsTask()));
        var making = await Should.ThrowAsync<SonraiException>(_clock.RunAsync(tenant.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default)));

        foreach (var exception in new[] { listing, making })
        {
            ShouldNotTell(exception.ToString());
            ShouldNotTell(exception.Problem.ToString());
        }
    }

    [Fact]
    public async Task An_answer_broken_off_after_the_new_token_does_not_show_it()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json($$$$"""{"data":{"GenerateSonraiUserToken":{"token":"{{{{_secret.Reveal()}}}}","na"""));
        using var tenant = new DigTenant(Jwt.Of("crc2"), null, new DigOptions { Handler = handler, Clock = _clock });

        var exception = await Should.ThrowAsync<SonraiException>(tenant.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default));

        exception.Problem.Id.ShouldBe("TokenAnswerLost");
        ShouldNotTell(exception.ToString());
    }

    [Fact]
    public async Task Nothing_that_can_be_printed_tells_the_token()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json($$$$"""{"data":{"GenerateSonraiUserToken":{"token":"{{{{_secret.Reveal()}}}}"}}}"""));
        var options = new DigOptions { Handler = handler };
        using var tenant = new DigTenant(_secret, null, options);

        var made = await tenant.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default);

        made.Secret.Reveal().ShouldBe(_secret.Reveal());
        ShouldNotTell(made.ToString());
        ShouldNotTell(tenant.ToString());
        ShouldNotTell(tenant.Claims.ToString());
        ShouldNotTell(options.ToString());
        ShouldNotTell(Credential.Of(_secret).ToString());
        ShouldNotTell(new WireToken("ci", null, null, null, _secret.Reveal()).ToString());
    }

    [Fact]
    public async Task A_servers_words_come_without_control_characters_and_not_by_the_page()
    {
        var message = $"\\u001b[31mred {new string('x', 5000)}";
        using var handler = new ScriptedHandler(ScriptedHandler.Json($$"""{"errors":[{"message":"{{message}}"}]}"""));
        using var tenant = new DigTenant(_secret, null, new DigOptions { Handler = handler });

        var problem = await Throws.ProblemOf(tenant.Tokens.ListAsync(default).ToListAsync().AsTask());

        problem.Message.ShouldNotContain('\u001b');
        problem.Message.Length.ShouldBeLessThan(1000);
    }

    private static Func<HttpResponseMessage> AnswerFor(string ending) => ending switch
    {
        "html" => ScriptedHandler.Json($"<html>{_secret.Reveal()}</html>"),
        "echoed" => ScriptedHandler.Json($$"""{"errors":[{"message":"bad header 'Bearer {{_secret.Reveal()}}'"}]}"""),
        "refused" => ScriptedHandler.Json($$"""{"errors":[{"message":"{{_secret.Reveal()}}"}]}""", HttpStatusCode.BadRequest),
        "cut" => ScriptedHandler.Throw(new HttpRequestException(HttpRequestError.ResponseEnded)),
        "unreachable" => ScriptedHandler.Throw(new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
        "untrusted" => ScriptedHandler.Throw(new HttpRequestException(HttpRequestError.SecureConnectionError, "untrusted")),
        _ => ScriptedHandler.Status(int.Parse(ending, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static void ShouldNotTell(string? text) => (text ?? "").ShouldNotContain(_secret.Reveal());
}
