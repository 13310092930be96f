namespace SonraiControlTower.Sandbox;

/// <summary>
/// What is still to happen, by the clock. Nothing runs in the background: whoever looks lets everything happen first that was due by then, each
/// thing at its own time, so that the same calls at the same times always find the same. It is used under the landing zone's lock.
/// </summary>
internal sealed class Agenda(TimeProvider clock)
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> _happenings = new();
    private long _number;

    /// <summary>The time that it is in the sandbox: while something happens, the time at which it was due.</summary>
    public DateTimeOffset Now { get; private set; } = clock.GetUtcNow();

    /// <summary>Lets something happen after a while. What is due at the same time happens in the order in which it was asked for.</summary>
    public void In(TimeSpan wait, Action happening) => _happenings.Enqueue(happening, (Now + wait, _number++));

    /// <summary>Lets happen what is due.</summary>
    public void CatchUp()
    {
        var until = clock.GetUtcNow();
        while (_happenings.TryPeek(out _, out var due) && due.At <= until)
        {
            // INVARIANT: time never goes back. What happens can only ask for something at its own time or later.
            Now = due.At;
            _happenings.Dequeue()();
        }

        Now = until > Now ? until : Now;
    }
}
