namespace SonraiControlTower.Sandbox.Tests;

public sealed class QuickClockTests
{
    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_starts_with_ours_and_runs_faster()
    {
        var quick = new QuickClock(_real, 20);
        var begin = quick.GetTimestamp();

        _real.Advance(TimeSpan.FromSeconds(3));

        quick.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 1, 0, TimeSpan.Zero));
        quick.GetElapsedTime(begin).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Whoever_waits_a_minute_of_it_waits_three_seconds_of_ours()
    {
        var wait = Task.Delay(TimeSpan.FromMinutes(1), new QuickClock(_real, 20));

        _real.Advance(TimeSpan.FromSeconds(2.9));
        wait.IsCompleted.ShouldBeFalse();
        _real.Advance(TimeSpan.FromSeconds(0.1));

        await wait;
    }

    [Fact]
    public void A_timer_that_is_never_due_stays_so()
    {
        var rang = false;
        using var timer = new QuickClock(_real, 20).CreateTimer(_ => rang = true, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _real.Advance(TimeSpan.FromDays(1));

        rang.ShouldBeFalse();
    }
}
