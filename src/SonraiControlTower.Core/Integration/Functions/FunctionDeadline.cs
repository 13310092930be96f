namespace SonraiControlTower;

/// <summary>
/// When a function must come to its end: AWS stops it when its time is over, without a word, so it stops a little earlier by itself. A handler
/// without a context is not told how much time it has; its environment says.
/// </summary>
internal sealed class FunctionDeadline : IDisposable
{
    // For what is under way to end, and for the answer.
    private static readonly TimeSpan _guard = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan _least = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _both;
    private readonly CancellationToken _outer;

    public FunctionDeadline(FunctionSettings settings, TimeProvider clock, CancellationToken outer)
    {
        _outer = outer;
        var seconds = settings.Find(FunctionSettings.TimeoutSeconds) is null ? (TimeSpan?)null : TimeSpan.FromSeconds(settings.Number(FunctionSettings.TimeoutSeconds));
        _timer = seconds is { } time
            ? new CancellationTokenSource(time - _guard > _least ? time - _guard : _least, clock)
            : new CancellationTokenSource();
        _both = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, outer);
    }

    /// <summary>Ends the work at the deadline, or with whoever called.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>Ends with whoever called only: for the answer, which comes after the work.</summary>
    public CancellationToken Outer => _outer;

    /// <summary>True where it was the time that ended the work.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_outer.IsCancellationRequested;

    public void Dispose()
    {
        _both.Dispose();
        _timer.Dispose();
    }
}
