namespace SonraiControlTower.Aws.Protocol;

/// <summary>Calls AWS on behalf of a caller who wants neither to be held up nor to know what the SDK throws.</summary>
internal static class Call
{
    /// <summary>Sends a request. What goes wrong comes out as <see cref="SonraiException"/>; cancellation comes out as it is.</summary>
    public static async Task<TAnswer> AsAsync<TAnswer>(
        AwsService service, string operation, Func<CancellationToken, Task<TAnswer>> send, CancellationToken cancellationToken)
    {
        try
        {
            // Sources of credentials may block (a process, a file lock), and know nothing of cancellation: neither is the caller's concern.
            return await Task.Run(() => send(cancellationToken), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not (SonraiException or OperationCanceledException or ObjectDisposedException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failed(service, operation, failure);
        }
        catch (OperationCanceledException timedOut) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(service, operation, timedOut);
        }
    }

    private static SonraiException Failed(AwsService service, string operation, Exception failure) =>
        new(CallFailure.ProblemOf(service.ActionOf(operation), failure, service.OwnProblem), failure);
}
