using System.Collections.Concurrent;

namespace SonraiControlTower.Hosting;

/// <summary>
/// Runs asynchronous work from a pipeline thread: what follows an <c>await</c> comes back to that thread, where PowerShell allows writing to
/// the pipeline. The thread waits here and nowhere else.
/// </summary>
internal sealed class PipelinePump : SynchronizationContext
{
    /// <summary>How long stopped work may take to unwind before the thread goes on without it. Ctrl+C has 100 ms in all.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(40);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly Lock _gate = new();
    private bool _closed;

    public static void Run(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        var outer = Current;
        var pump = new PipelinePump();
        SetSynchronizationContext(pump);
        try
        {
            var task = work(stop);
            pump.DrainUntilEndOf(task, stop);
            if (!task.IsCompleted)
            {
                throw new OperationCanceledException(stop);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
            pump.Close();
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _posted.Add((d, state));
                return;
            }
        }

        // Work that was left behind by a stop still unwinds and disposes of what it holds, only not on this thread.
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private void DrainUntilEndOf(Task task, CancellationToken stop)
    {
        if (task.IsCompleted)
        {
            return;
        }

        task.ContinueWith(_ => Post(static _ => { }, null), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            while (!task.IsCompleted)
            {
                var (callback, state) = _posted.Take(stop);
                callback(state);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Unwind(task);
        }
    }

    private void Unwind(Task task)
    {
        using var grace = new CancellationTokenSource(_grace);
        try
        {
            while (!task.IsCompleted)
            {
                var (callback, state) = _posted.Take(grace.Token);
                callback(state);
            }
        }
        catch (OperationCanceledException) when (grace.IsCancellationRequested)
        {
            // The work does not heed the stop in time; Run leaves it behind.
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }

        while (_posted.TryTake(out var left))
        {
            ThreadPool.QueueUserWorkItem(_ => left.Callback(left.State));
        }
    }
}
