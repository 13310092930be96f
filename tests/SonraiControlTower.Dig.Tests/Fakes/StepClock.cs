using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace SonraiControlTower.Dig.Tests;

/// <summary>
/// A clock that stands still until somebody waits for it, then leaps to the end of the wait. Time limits, which are the timers of one known
/// length, are not waited for unless the test says so.
/// </summary>
internal sealed class StepClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public StepClock()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The time limit of one attempt.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(120);

    /// <summary>The pauses between attempts, in order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Limit)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Runs an operation to its end, leaping over each of its pauses.</summary>
    public async Task<T> RunAsync<T>(Task<T> operation)
    {
        await LeapAsync(operation);
        return await operation;
    }

    public async Task RunAsync(Task operation)
    {
        await LeapAsync(operation);
        await operation;
    }

    private async Task LeapAsync(Task operation)
    {
        while (!operation.IsCompleted)
        {
            using var over = new CancellationTokenSource();
            var wait = _waits.Reader.ReadAsync(over.Token).AsTask();
            if (await Task.WhenAny(operation, wait) == wait)
            {
                Pauses.Add(await wait);
                Advance(Pauses[^1]);
            }

            await over.CancelAsync();
        }
    }
}
