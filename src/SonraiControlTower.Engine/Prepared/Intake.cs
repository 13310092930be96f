namespace SonraiControlTower.Engine;

/// <summary>
/// What is taken in before the first question is answered, once: the sandbox's identities and records, which nobody imports. An attempt that fails
/// is made again with the next question.
/// </summary>
internal sealed class Intake(Func<CancellationToken, Task> take) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile bool _isTaken;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isTaken)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isTaken)
            {
                await take(cancellationToken).ConfigureAwait(false);
                _isTaken = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What is listed once it was taken in.</summary>
    public async IAsyncEnumerable<T> ThenAsync<T>(
        Func<IAsyncEnumerable<T>> list, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in list().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    public void Dispose() => _gate.Dispose();
}
