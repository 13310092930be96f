using System.Collections.Concurrent;
using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>A prompt clock for who also has a deadline: pauses are over at once, and a long timer goes off when the pauses have come to its time.</summary>
internal sealed class FunctionClock(PromptClock inner) : TimeProvider
{
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(90);
    private readonly ConcurrentQueue<LongTimer> _timers = [];

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= _long)
        {
            var timer = new LongTimer(GetUtcNow() + dueTime, callback, state);
            _timers.Enqueue(timer);
            return timer;
        }

        // Time moves with the pause, and whatever came due meanwhile goes off before it is over.
        return inner.CreateTimer(
            passed =>
            {
                Ring();
                callback(passed);
            },
            state,
            dueTime,
            period);
    }

    private void Ring()
    {
        foreach (var timer in _timers)
        {
            timer.RingIf(GetUtcNow());
        }
    }

    private sealed class LongTimer(DateTimeOffset due, TimerCallback callback, object? state) : ITimer
    {
        private int _over;

        public void RingIf(DateTimeOffset now)
        {
            if (now >= due && Interlocked.Exchange(ref _over, 1) == 0)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Interlocked.Exchange(ref _over, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
