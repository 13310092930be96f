namespace SonraiControlTower.Sandbox.Tests.Service;

public sealed class ThrottleTests
{
    private readonly PromptClock _clock = new();

    [Fact]
    public async Task A_burst_passes_without_a_pause()
    {
        var throttle = new Throttle(new RequestRate(Burst: 5, PerSecond: 1), _clock);

        await PassAsync(throttle, times: 5);

        _clock.Pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pauses_double_until_the_call_passes()
    {
        var throttle = new Throttle(new RequestRate(Burst: 1, PerSecond: 1), _clock);

        await PassAsync(throttle, times: 2);

        _clock.Pauses.ShouldBe([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task After_three_attempts_the_call_is_given_up()
    {
        var throttle = new Throttle(new RequestRate(Burst: 1, PerSecond: 0.1), _clock);

        var refusal = await Should.ThrowAsync<SonraiException>(() => PassAsync(throttle, times: 2));

        refusal.Problem.Id.ShouldBe("AwsThrottled");
        refusal.Message.ShouldContain("ListAccounts");
        _clock.Pauses.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_operation_is_throttled_for_itself()
    {
        var throttle = new Throttle(new RequestRate(Burst: 1, PerSecond: 1), _clock);

        await throttle.PassAsync("ListAccounts", default);
        await throttle.PassAsync("ListRoots", default);

        _clock.Pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_ends_when_the_caller_cancels()
    {
        using var source = new CancellationTokenSource();
        var throttle = new Throttle(new RequestRate(Burst: 1, PerSecond: 1), Zones.Clock());
        await throttle.PassAsync("ListAccounts", source.Token);
        var waiting = throttle.PassAsync("ListAccounts", source.Token).AsTask();

        waiting.IsCompleted.ShouldBeFalse();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task PassAsync(Throttle throttle, int times)
    {
        for (var call = 0; call < times; call++)
        {
            await throttle.PassAsync("ListAccounts", default);
        }
    }
}
