using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class CreateTokenTests
{
    private static readonly TimeSpan _month = TimeSpan.FromDays(30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_token_ends_when_the_tenant_says(bool asEpoch)
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { ExpireAtAsEpoch = asEpoch });

        var made = await tenant.Dig.Tokens.CreateAsync("ci", _month, default);

        made.Token.Name.ShouldBe("ci");
        made.Token.ExpiresAt.ShouldBe(tenant.Clock.GetUtcNow() + _month);
        TokenClaims.Read(made.Secret).ExpiresAt.ShouldBe(made.Token.ExpiresAt);
        (await tenant.Dig.Tokens.TestAsync(made.Secret, default)).IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task A_tenant_that_grants_less_is_taken_by_its_word()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { GrantAtMost = TimeSpan.FromDays(1) });

        var made = await tenant.Dig.Tokens.CreateAsync("ci", _month, default);

        made.Token.ExpiresAt.ShouldBe(tenant.Clock.GetUtcNow() + TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Without_a_word_of_the_tenant_the_token_itself_tells_its_end()
    {
        var end = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var body = $$$$"""{"data":{"GenerateSonraiUserToken":{"token":"{{{{Jwt.Of(expiresAt: end).Reveal()}}}}"}}}""";

        (await MakeAsync(body)).Token.ExpiresAt.ShouldBe(end);
    }

    [Fact]
    public async Task A_secret_that_tells_nothing_of_itself_is_given_out_all_the_same()
    {
        (await MakeAsync("""{"data":{"GenerateSonraiUserToken":{"token":"opaque"}}}""")).Secret.Reveal().ShouldBe("opaque");
    }

    [Fact]
    public async Task A_secret_beside_errors_is_not_thrown_away()
    {
        var made = await MakeAsync("""{"data":{"GenerateSonraiUserToken":{"token":"opaque"}},"errors":[{"message":"audit is late"}]}""");

        made.Secret.Reveal().ShouldBe("opaque");
    }

    [Theory]
    [InlineData(7199)]
    [InlineData(2592001)]
    public async Task A_lifetime_that_the_tenant_refuses_is_told_in_its_words(int seconds)
    {
        await using var tenant = await TestTenant.StartAsync();

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.CreateAsync("ci", TimeSpan.FromSeconds(seconds), default));

        problem.Id.ShouldBe("TokenLifetimeRefused");
        problem.Message.ShouldContain("between 7200 and 2592000");
    }

    [Fact]
    public async Task A_lifetime_beyond_counting_is_refused_without_asking()
    {
        await using var tenant = await TestTenant.StartAsync();

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.CreateAsync("ci", TimeSpan.FromDays(100_000), default));

        problem.Id.ShouldBe("TokenLifetimeRefused");
        tenant.Server.Record.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_answer_is_told_and_no_second_token_is_made()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        tenant.Proxy.Script(ProxyFault.CutAfterForwarding);

        var problem = await Throws.ProblemOf(tenant.Clock.RunAsync(tenant.Dig.Tokens.CreateAsync("ci", _month, default)));

        problem.Id.ShouldBe("TokenAnswerLost");
        (await tenant.Dig.Tokens.ListAsync(default).ToListAsync()).Count(token => token.Name == "ci").ShouldBe(1);
    }

    private static async Task<NewToken> MakeAsync(string answer)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json(answer));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });
        return await tenant.Tokens.CreateAsync("ci", _month, default);
    }
}
