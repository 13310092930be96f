using Microsoft.Extensions.Time.Testing;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests.Tokens;

public sealed class TokenRenewalTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private DigContractServer _dig = null!;
    private DigTenant _tenant = null!;

    public async Task InitializeAsync()
    {
        _dig = await DigContractServer.StartAsync(new DigContractOptions { Clock = _clock });
        _dig.AddCollector("security");
        _tenant = Connect(TimeSpan.FromHours(2));
    }

    public async Task DisposeAsync()
    {
        _tenant.Dispose();
        await _dig.DisposeAsync();
    }

    [Fact]
    public async Task A_session_that_outlives_its_token_goes_on_with_another()
    {
        _clock.Advance(TimeSpan.FromMinutes(95));
        await UseAsync();
        _clock.Advance(TimeSpan.FromMinutes(60));

        await UseAsync();

        Renewals.ShouldBe(1);
        _tenant.Claims.ExpiresAt.ShouldBe(_clock.GetUtcNow().AddMinutes(60));
        (await _tenant.Tokens.TestAsync(null, default)).Status.ShouldBe(TokenStatus.Valid);
    }

    [Fact]
    public async Task A_token_with_time_left_is_not_renewed()
    {
        _clock.Advance(TimeSpan.FromMinutes(85));

        await UseAsync();

        Renewals.ShouldBe(0);
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_session_as_it_was_and_is_tried_again_later()
    {
        var end = _tenant.Claims.ExpiresAt;
        _clock.Advance(TimeSpan.FromMinutes(95));
        _dig.Script("GenerateSonraiUserToken", ServerFault.Answer(500));

        await UseAsync();
        await UseAsync();

        Renewals.ShouldBe(1);
        _tenant.Claims.ExpiresAt.ShouldBe(end);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await UseAsync();
        Renewals.ShouldBe(2);
        _tenant.Claims.ExpiresAt!.Value.ShouldBeGreaterThan(end!.Value);
    }

    [Fact]
    public async Task An_ended_token_is_not_renewed()
    {
        _clock.Advance(TimeSpan.FromHours(3));

        var refused = await Should.ThrowAsync<SonraiException>(UseAsync);

        refused.Problem.Id.ShouldBe("TokenExpired");
        _dig.Record.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_of_a_few_minutes_was_made_for_something_else()
    {
        using var brief = Connect(TimeSpan.FromMinutes(10));

        await brief.Collectors.ListAsync(default).ToListAsync();

        Renewals.ShouldBe(0);
    }

    [Fact]
    public async Task Many_requests_at_once_renew_once()
    {
        _clock.Advance(TimeSpan.FromMinutes(95));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => UseAsync()));

        Renewals.ShouldBe(1);
    }

    private int Renewals => _dig.Record.Count("GenerateSonraiUserToken");

    private DigTenant Connect(TimeSpan lifetime) =>
        new(new ApiToken(_dig.IssueToken(lifetime)), _dig.Endpoint, new DigOptions { Clock = _clock });

    private async Task UseAsync() => (await _tenant.Collectors.ListAsync(default).ToListAsync()).Count.ShouldBe(1);
}
