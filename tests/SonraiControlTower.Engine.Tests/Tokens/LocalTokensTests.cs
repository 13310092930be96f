namespace SonraiControlTower.Engine.Tests.Tokens;

public sealed class LocalTokensTests
{
    private readonly FakeTimeProvider _clock = Engines.Clock();
    private readonly LocalDig _dig;

    public LocalTokensTests() => _dig = Engines.Started(_clock);

    [Fact]
    public async Task A_new_token_is_granted_what_was_asked_for_in_whole_seconds()
    {
        var made = await _dig.Tokens.CreateAsync("ci", TimeSpan.FromSeconds(7200.9), default);

        made.Token.Name.ShouldBe("ci");
        made.Token.CreatedAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        made.Token.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero));
        made.Token.Srn.ShouldStartWith("srn:acme::SonraiUserToken/");
    }

    [Theory]
    [InlineData(7_199)]
    [InlineData(2_592_001)]
    [InlineData(0)]
    [InlineData(-7_200)]
    public async Task A_lifetime_outside_of_what_clients_use_is_refused(int seconds)
    {
        await _dig.Tokens.CreateAsync("ci", TimeSpan.FromSeconds(seconds), default).ShouldBeRefusedAsync("TokenLifetimeRefused");

        (await _dig.Tokens.ListAsync(default).CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(7_200)]
    [InlineData(2_592_000)]
    public async Task The_shortest_and_the_longest_lifetime_are_granted(int seconds)
    {
        var made = await _dig.Tokens.CreateAsync("ci", TimeSpan.FromSeconds(seconds), default);

        (made.Token.ExpiresAt - made.Token.CreatedAt).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Tokens_are_listed_in_the_order_they_were_made_and_without_their_secret()
    {
        var b = await _dig.Tokens.CreateAsync("b", TimeSpan.FromDays(1), default);
        var a = await _dig.Tokens.CreateAsync("a", TimeSpan.FromDays(1), default);

        var listed = await _dig.Tokens.ListAsync(default).ToListAsync();

        listed.Skip(1).ShouldBe([b.Token, a.Token]);
        listed.ShouldAllBe(token => !token.ToString().Contains(a.Secret.Reveal()));
    }

    [Fact]
    public async Task An_ended_token_is_forgotten()
    {
        var made = await _dig.Tokens.CreateAsync("short", TimeSpan.FromHours(2), default);

        _clock.Advance(TimeSpan.FromHours(2));

        (await _dig.Tokens.ListAsync(default).ToListAsync()).ShouldNotContain(made.Token);
        await _dig.Tokens.RemoveAsync(made.Token, default).ShouldBeRefusedAsync("TokenNotFound");
    }

    [Fact]
    public async Task Of_two_tokens_with_one_name_the_meant_one_is_removed()
    {
        var kept = await _dig.Tokens.CreateAsync("ci", TimeSpan.FromDays(1), default);
        var removed = await _dig.Tokens.CreateAsync("ci", TimeSpan.FromDays(1), default);

        await _dig.Tokens.RemoveAsync(removed.Token, default);

        (await _dig.Tokens.TestAsync(kept.Secret, default)).Status.ShouldBe(TokenStatus.Valid);
        (await _dig.Tokens.TestAsync(removed.Secret, default)).Status.ShouldBe(TokenStatus.Refused);
        await _dig.Tokens.RemoveAsync(removed.Token, default).ShouldBeRefusedAsync("TokenNotFound");
    }

    [Fact]
    public async Task A_good_token_is_told_with_its_tenant_and_the_time_it_has_left()
    {
        var made = await _dig.Tokens.CreateAsync("ci", TimeSpan.FromHours(3), default);
        _clock.Advance(TimeSpan.FromHours(1));

        var verdict = await _dig.Tokens.TestAsync(made.Secret, default);

        verdict.IsValid.ShouldBeTrue();
        verdict.Tenant.ShouldBe("acme");
        verdict.ExpiresAt.ShouldBe(made.Token.ExpiresAt);
        verdict.TimeLeft.ShouldBe(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(250));
        verdict.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_has_ended_at_its_last_second()
    {
        var made = await _dig.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default);

        _clock.SetUtcNow(made.Token.ExpiresAt!.Value);
        var verdict = await _dig.Tokens.TestAsync(made.Secret, default);

        verdict.Status.ShouldBe(TokenStatus.Expired);
        verdict.TimeLeft.ShouldBe(TimeSpan.Zero);
        verdict.Reason.ShouldNotBeNull().ShouldContain("2026-03-01 14:00:00Z");
    }

    [Fact]
    public async Task A_token_of_another_engine_for_the_same_tenant_is_refused()
    {
        var foreign = await Engines.Started(_clock).Tokens.CreateAsync("ci", TimeSpan.FromDays(1), default);

        (await _dig.Tokens.TestAsync(foreign.Secret, default)).Status.ShouldBe(TokenStatus.Refused);
    }

    [Fact]
    public async Task A_token_for_another_tenant_is_told_as_such()
    {
        var other = new LocalDig("umbra", [], _clock);
        var foreign = await other.Tokens.CreateAsync("ci", TimeSpan.FromDays(1), default);

        var verdict = await _dig.Tokens.TestAsync(foreign.Secret, default);

        verdict.Status.ShouldBe(TokenStatus.WrongTenant);
        verdict.Tenant.ShouldBe("umbra");
        verdict.Reason.ShouldNotBeNull().ShouldContain("'umbra', not for 'acme'");
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.W10.e30")]
    public async Task What_is_no_token_at_all_is_a_verdict_that_does_not_repeat_it(string text)
    {
        var verdict = await _dig.Tokens.TestAsync(new ApiToken(text), default);

        verdict.Status.ShouldBe(TokenStatus.Malformed);
        verdict.Reason.ShouldNotBeNull().ShouldNotContain($"'{text}'");
    }
}
