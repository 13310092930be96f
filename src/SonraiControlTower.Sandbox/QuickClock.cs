namespace SonraiControlTower.Sandbox;

/// <summary>
/// A clock on which time runs faster than ours: what takes AWS minutes is over in seconds, and whoever waits for it by this clock waits as many
/// of its minutes as at AWS.
/// </summary>
/// <param name="real">Our clock.</param>
/// <param name="factor">How much faster it runs.</param>
public sealed class QuickClock(TimeProvider real, double factor) : TimeProvider
{
    private readonly DateTimeOffset _start = real.GetUtcNow();
    private readonly long _startedAt = real.GetTimestamp();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + (real.GetElapsedTime(_startedAt) * factor);

    public override long GetTimestamp() => (long)((real.GetTimestamp() - _startedAt) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new QuickTimer(real.CreateTimer(callback, state, Shortened(dueTime), Shortened(period)), this);

    private TimeSpan Shortened(TimeSpan time) => time > TimeSpan.Zero ? time / factor : time;

    private sealed class QuickTimer(ITimer timer, QuickClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shortened(dueTime), clock.Shortened(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
