using System.Net;

namespace SonraiControlTower.Dig.Tests;

public sealed class StatusTests
{
    private readonly StepClock _clock = new();

    [Theory]
    [InlineData(402, "WrongTenant")]
    [InlineData(403, "WrongTenant")]
    [InlineData(404, "WrongTenant")]
    [InlineData(401, "TokenRefused")]
    [InlineData(429, "DigThrottled")]
    [InlineData(500, "DigServerError")]
    [InlineData(502, "DigServerError")]
    [InlineData(503, "DigServerError")]
    [InlineData(504, "DigServerError")]
    [InlineData(302, "DigUnexpectedAnswer")]
    [InlineData(400, "DigUnexpectedAnswer")]
    [InlineData(405, "DigUnexpectedAnswer")]
    public async Task A_status_is_told_as_its_problem(int status, string expected)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(status));

        (await ProblemOf(handler)).Id.ShouldBe(expected);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{"SonraiUserTokens":"none"}}""")]
    [InlineData("""{"data":{"SonraiUserTokens":null}}""")]
    [InlineData("""{"data":{"Other":{}}}""")]
    public async Task A_body_that_is_no_answer_is_unexpected(string body)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json(body));

        var problem = await ProblemOf(handler);

        problem.Id.ShouldBe("DigUnexpectedAnswer");
        problem.Message.ShouldContain("'SonraiUserTokens'");
        handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Errors_beside_data_are_a_failure()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json("""{"data":{"SonraiUserTokens":{"items":[]}},"errors":[{"message":"half of it"}]}"""));

        var problem = await ProblemOf(handler);

        problem.Id.ShouldBe("DigErrors");
        problem.Message.ShouldContain("half of it");
    }

    [Fact]
    public async Task A_400_that_carries_errors_is_told_by_them()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json("""{"errors":[{"message":"no such field"}]}""", HttpStatusCode.BadRequest));

        (await ProblemOf(handler)).Message.ShouldContain("no such field");
    }

    [Fact]
    public async Task A_401_to_a_token_that_ended_on_the_way_says_so()
    {
        var token = Jwt.Of(expiresAt: _clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        using var handler = new ScriptedHandler(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return ScriptedHandler.Status(401)();
        });

        (await ProblemOf(handler, token)).Id.ShouldBe("TokenExpired");
    }

    [Fact]
    public async Task A_token_that_has_ended_is_not_sent()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));

        var problem = await ProblemOf(handler, Jwt.Of(expiresAt: _clock.GetUtcNow()));

        problem.Id.ShouldBe("TokenExpired");
        handler.Sent.ShouldBeEmpty();
    }

    private async Task<Problem> ProblemOf(ScriptedHandler handler, ApiToken? token = null)
    {
        using var tenant = new DigTenant(token ?? Jwt.Of(), null, new DigOptions { Handler = handler, Clock = _clock });
        return await Throws.ProblemOf(_clock.RunAsync(tenant.Tokens.ListAsync(default).ToListAsync().AsTask()));
    }
}
