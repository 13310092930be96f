namespace SonraiControlTower.Sandbox;

/// <summary>One run of a function.</summary>
internal sealed class FunctionRun(FunctionState function, Action<LambdaAnswer> ended) : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancellation = new();

    public FunctionState Function => function;

    /// <summary>Asked for once the run has taken too long.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    public Task Ended => _ended.Task;

    /// <summary>Called under the lock, once, and before it is disposed.</summary>
    public void End(LambdaAnswer answer, bool isLate)
    {
        ended(answer);
        _ended.SetResult();
        _ = isLate ? _cancellation.CancelAsync() : Task.CompletedTask;
    }

    public void Dispose() => _cancellation.Dispose();
}
