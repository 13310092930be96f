namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>A clock on which every pause is over at once, having moved the time on.</summary>
internal sealed class PromptClock : TimeProvider
{
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private long _ticks;

    /// <summary>How long all pauses were, together.</summary>
    public TimeSpan Waited => new(Interlocked.Read(ref _ticks));

    public override DateTimeOffset GetUtcNow() => _start + Waited;

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
                Interlocked.Add(ref clock._ticks, dueTime.Ticks);
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
