using System.Globalization;

namespace SonraiControlTower.Dig.Tests;

public sealed class RetryTests
{
    private const string Made = """{"data":{"GenerateSonraiUserToken":{"token":"t.t.t","name":"ci"}}}""";
    private readonly StepClock _clock = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_query_is_asked_again_after_a_server_error(int status)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(status), ScriptedHandler.Json(ScriptedHandler.Users));

        (await AskAsync(handler)).IsValid.ShouldBeTrue();

        handler.Sent.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_mutation_is_not_sent_again_after_a_server_error(int status)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(status), ScriptedHandler.Json(Made));

        var problem = await Throws.ProblemOf(MakeAsync(handler));

        problem.Id.ShouldBe("TokenAnswerLost");
        handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mutation_whose_connection_breaks_is_not_sent_again()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Throw(new HttpRequestException(HttpRequestError.ResponseEnded)), ScriptedHandler.Json(Made));

        (await Throws.ProblemOf(MakeAsync(handler))).Id.ShouldBe("TokenAnswerLost");

        handler.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task A_mutation_that_never_left_is_sent_again(HttpRequestError error)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Throw(new HttpRequestException(error, "no route")), ScriptedHandler.Json(Made));

        (await MakeAsync(handler)).Token.Name.ShouldBe("ci");

        handler.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_address_where_nobody_answers_is_told_after_three_tries()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Throw(new HttpRequestException(HttpRequestError.ConnectionError, "connection refused")));

        var problem = await Throws.ProblemOf(AskAsync(handler));

        problem.Id.ShouldBe("DigUnreachable");
        problem.Message.ShouldContain("connection refused");
        handler.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_certificate_that_is_no_good_is_told_at_once()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Throw(new HttpRequestException(HttpRequestError.SecureConnectionError, "untrusted root")));

        (await Throws.ProblemOf(AskAsync(handler))).Message.ShouldContain("untrusted root");

        handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mutation_is_sent_again_after_a_429_because_nothing_was_executed()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429), ScriptedHandler.Json(Made));

        (await MakeAsync(handler)).Secret.Reveal().ShouldBe("t.t.t");

        handler.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Retry_After_in_seconds_is_honoured()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "37"), ScriptedHandler.Json(ScriptedHandler.Users));

        await AskAsync(handler);

        _clock.Pauses.ShouldBe([TimeSpan.FromSeconds(37)]);
    }

    [Fact]
    public async Task Retry_After_as_a_date_is_honoured()
    {
        var date = (_clock.GetUtcNow() + TimeSpan.FromSeconds(45)).ToString("R", CultureInfo.InvariantCulture);
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, date), ScriptedHandler.Json(ScriptedHandler.Users));

        await AskAsync(handler);

        _clock.Pauses.ShouldBe([TimeSpan.FromSeconds(45)]);
    }

    [Fact]
    public async Task Without_Retry_After_the_pauses_grow_from_two_seconds_and_the_sixth_429_is_the_last()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429));

        var problem = await Throws.ProblemOf(AskAsync(handler));

        problem.Id.ShouldBe("DigThrottled");
        handler.Sent.Count.ShouldBe(6);
        _clock.Pauses.Count.ShouldBe(5);

        // Jitter moves each pause, but their sum stays near that of 2, 4, 8, 16 and 32 seconds.
        _clock.Pauses.Sum(pause => pause.TotalSeconds).ShouldBeInRange(20, 70);
    }

    [Fact]
    public async Task A_pause_beyond_patience_is_not_waited_for()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "86400"));

        (await Throws.ProblemOf(AskAsync(handler))).Id.ShouldBe("DigThrottled");

        _clock.Pauses.ShouldBeEmpty();
    }

    private async Task<TokenVerdict> AskAsync(ScriptedHandler handler)
    {
        using var tenant = Open(handler);
        return await _clock.RunAsync(tenant.Tokens.TestAsync(null, default));
    }

    private async Task<NewToken> MakeAsync(ScriptedHandler handler)
    {
        using var tenant = Open(handler);
        return await _clock.RunAsync(tenant.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default));
    }

    private DigTenant Open(ScriptedHandler handler) => new(Jwt.Of(), null, new DigOptions { Handler = handler, Clock = _clock });
}
