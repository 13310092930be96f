namespace SonraiControlTower.Engine.Tests;

public sealed class TokenHolderTests : IDisposable
{
    private readonly LocalDig _dig = new("acme", [new SonraiCollector("blue", "srn:acme::PlatformAccount/blue", "aws")], TimeProvider.System);

    public void Dispose() => _dig.Dispose();

    [Fact]
    public async Task Whoever_has_a_good_token_sees_the_engine()
    {
        var made = await _dig.Tokens.CreateAsync("Function", TimeSpan.FromDays(1), CancellationToken.None);

        var held = _dig.As(made.Secret);

        (await held.Collectors.ListAsync(CancellationToken.None).ToListAsync()).ShouldHaveSingleItem().Name.ShouldBe("blue");
        (await held.Tokens.TestAsync(null, CancellationToken.None)).Status.ShouldBe(TokenStatus.Valid);
    }

    [Fact]
    public async Task Whoever_has_a_token_that_was_removed_gets_nothing_but_the_verdict_on_it()
    {
        var made = await _dig.Tokens.CreateAsync("Function", TimeSpan.FromDays(1), CancellationToken.None);
        var held = _dig.As(made.Secret);

        await _dig.Tokens.RemoveAsync(made.Token, CancellationToken.None);

        Should.Throw<SonraiException>(() => held.Collectors).Problem.Id.ShouldBe("TokenRefused");
        await Should.ThrowAsync<SonraiException>(() => held.Tokens.CreateAsync("Another", TimeSpan.FromDays(1), CancellationToken.None));
        (await held.Tokens.TestAsync(null, CancellationToken.None)).Status.ShouldBe(TokenStatus.Refused);
    }

    [Fact]
    public void What_is_no_token_at_all_gets_nothing() =>
        Should.Throw<SonraiException>(() => _dig.As(new ApiToken("nonsense")).CloudAccounts).Problem.Id.ShouldBe("MalformedToken");
}
