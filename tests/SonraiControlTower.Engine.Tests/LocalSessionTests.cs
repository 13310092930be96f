namespace SonraiControlTower.Engine.Tests;

public sealed class LocalSessionTests
{
    [Fact]
    public async Task The_sessions_own_token_is_listed_with_the_others()
    {
        var dig = Engines.Started();

        var token = (await dig.Tokens.ListAsync(default).ToListAsync()).ShouldHaveSingleItem();

        token.Name.ShouldBe("Session");
    }

    [Fact]
    public async Task The_sessions_own_token_is_good_for_thirty_days()
    {
        var clock = Engines.Clock();
        var dig = Engines.Started(clock);

        var before = await dig.Tokens.TestAsync(null, default);
        clock.Advance(TimeSpan.FromDays(30));
        var after = await dig.Tokens.TestAsync(null, default);

        before.Status.ShouldBe(TokenStatus.Valid);
        after.Status.ShouldBe(TokenStatus.Expired);
    }

    [Fact]
    public async Task Whoever_removes_the_sessions_own_token_is_out()
    {
        var dig = Engines.Started();
        var own = await dig.Tokens.ListAsync(default).SingleAsync();

        await dig.Tokens.RemoveAsync(own, default);

        await dig.Tokens.CreateAsync("next", TimeSpan.FromDays(1), default).ShouldBeRefusedAsync("TokenRefused");
        (await dig.Tokens.TestAsync(null, default)).Status.ShouldBe(TokenStatus.Refused);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var dig = Engines.Started();
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(
            () => dig.CloudAccounts.RegisterAsync(Engines.Blue, [Engines.Request(Engines.First)], cancelled));

        (await dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBeEmpty();
    }
}
