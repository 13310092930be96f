namespace SonraiControlTower.Sandbox.Tests;

/// <summary>A clock on which every pause is over at once, having moved the time on; it records how long each was to be.</summary>
internal sealed class PromptClock : TimeProvider
{
    private long _ticks;

    public List<TimeSpan> Pauses { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_ticks);

    public override long GetTimestamp() => _ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Task.Delay arms its timer on creation, or with Change later; both must end the pause.
        var timer = new PromptTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class PromptTimer(PromptClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                clock.Pauses.Add(dueTime);
                clock._ticks += dueTime.Ticks;
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
