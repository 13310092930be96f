using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// The operations of one stack set, seen by one who wants to do something with it. AWS does one thing at a time (managed execution aside), so
/// whoever comes second waits for its turn.
/// </summary>
internal sealed class StackSetQueue(ICloudFormation cloudFormation, StackSetRef stackSet, TimeProvider clock)
{
    /// <summary>What has not ended is among the newest: AWS queues a few and forgets the old.</summary>
    private const int RecentOperations = 50;

    /// <summary>How many looks in a row may fail for a reason that passes; the adapter has tried each several times already.</summary>
    private const int BlindLooks = 5;

    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(20);

    /// <summary>The operations that have not ended, the oldest first.</summary>
    public async Task<IReadOnlyList<StackSetOperation>> UnfinishedAsync(CancellationToken cancellationToken) =>
        await cloudFormation.Operations.ListAsync(stackSet, cancellationToken)
            .Take(RecentOperations).Where(operation => !operation.HasEnded).Reverse().ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>One operation; null if AWS does not know it, or not yet.</summary>
    public Task<StackSetOperation?> DescribeAsync(string operationId, CancellationToken cancellationToken) =>
        cloudFormation.Operations.DescribeAsync(stackSet, operationId, cancellationToken);

    /// <summary>Waits until nothing runs that somebody else, or an earlier run, began.</summary>
    public async IAsyncEnumerable<RollOutNews> DrainAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await UnfinishedAsync(cancellationToken).ConfigureAwait(false) is [var oldest, ..])
        {
            var activity = $"Waiting for an operation that runs on '{stackSet}' already ({oldest.Action} {oldest.OperationId})";
            await foreach (var news in FollowAsync(oldest.OperationId, activity, total: 0, cancellationToken).ConfigureAwait(false))
            {
                yield return news;
            }
        }
    }

    /// <summary>Waits for the turn, begins an operation, and tells how it gets on until it has ended.</summary>
    /// <param name="operation">Its id.</param>
    /// <param name="begin">Sends the request, with that id each time.</param>
    /// <param name="activity">What it does.</param>
    /// <param name="total">How many accounts it works on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<RollOutNews> RunAsync(
        OperationId operation,
        Func<CancellationToken, Task<StartedOperation>> begin,
        string activity,
        int total,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var news in BeginAsync(begin, cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }

        await foreach (var news in FollowAsync($"{operation}", activity, total, cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }
    }

    private async IAsyncEnumerable<RollOutNews> BeginAsync(
        Func<CancellationToken, Task<StartedOperation>> begin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pause = new Pause(clock, _firstLook, _longestLook);
        while (!await TryBeginAsync(begin, cancellationToken).ConfigureAwait(false))
        {
            yield return new RollOutProgress($"Waiting for a turn on '{stackSet}'", 0, 0, 0);
            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var news in DrainAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return news;
            }
        }
    }

    /// <summary>Begins an operation if it is its turn.</summary>
    // INVARIANT: busy and stale say that AWS did not take this request, so it may be sent again. One that AWS has taken is never sent again as a
    // failure of its own: the adapter answers a lost answer's repetition with the operation that already runs.
    public static async Task<bool> TryBeginAsync(Func<CancellationToken, Task<StartedOperation>> begin, CancellationToken cancellationToken)
    {
        try
        {
            await begin(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SonraiException notTaken) when (notTaken.Problem.Id is CloudFormationProblems.BusyId or CloudFormationProblems.StaleId)
        {
            return false;
        }
    }

    // Whatever an operation is called between QUEUED and its end, it has not ended.
    private async IAsyncEnumerable<RollOutNews> FollowAsync(
        string operationId, string activity, int total, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pause = new Pause(clock, _firstLook, _longestLook);
        var counting = new OperationCount(cloudFormation, stackSet, operationId, clock);
        var blind = 0;
        while (true)
        {
            var (operation, problem) = await LookAsync(operationId, cancellationToken).ConfigureAwait(false);
            if (operation is { HasEnded: true })
            {
                yield break;
            }

            blind = operation is null ? blind + 1 : 0;
            if (blind > BlindLooks)
            {
                throw new SonraiException(problem ?? CloudFormationProblems.OperationNotFound("DescribeStackSetOperation", $"it is '{operationId}'."));
            }

            var (done, failed) = operation is null ? counting.Last : await counting.CountAsync(total, cancellationToken).ConfigureAwait(false);
            yield return new RollOutProgress(operation is null ? activity : $"{activity}: {operation.Status}", done, failed, total);
            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A wait of an hour is not given up for one look that failed.</summary>
    private async Task<(StackSetOperation? Operation, Problem? Problem)> LookAsync(string operationId, CancellationToken cancellationToken)
    {
        try
        {
            return (await DescribeAsync(operationId, cancellationToken).ConfigureAwait(false), null);
        }
        catch (SonraiException passing) when (passing.Problem.Kind is ProblemKind.Throttled or ProblemKind.Unreachable)
        {
            return (null, passing.Problem);
        }
    }
}
