namespace SonraiControlTower;

/// <summary>
/// Counts the accounts that an operation is done with. AWS has no request for the numbers alone, so the results are listed, the less often the
/// more of them there are.
/// </summary>
internal sealed class OperationCount(ICloudFormation cloudFormation, StackSetRef stackSet, string operationId, TimeProvider clock)
{
    private const int AccountsASecond = 20;

    private static readonly TimeSpan _often = TimeSpan.FromSeconds(10);
    private DateTimeOffset? _countedAt;

    /// <summary>The numbers as they were counted last.</summary>
    public (int Done, int Failed) Last { get; private set; }

    /// <summary>The numbers, counted anew if that is due.</summary>
    public async Task<(int Done, int Failed)> CountAsync(int total, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _countedAt < _often + TimeSpan.FromSeconds((double)total / AccountsASecond))
        {
            return Last;
        }

        _countedAt = now;
        var (done, failed) = (0, 0);
        try
        {
            await foreach (var result in cloudFormation.Operations
                .ListResultsAsync(stackSet, operationId, status: null, cancellationToken).ConfigureAwait(false))
            {
                done += result.Status == StackInstanceDetailedStatus.Succeeded ? 1 : 0;
                failed += result.Status is StackInstanceDetailedStatus.Failed or StackInstanceDetailedStatus.Cancelled ? 1 : 0;
            }
        }
        catch (SonraiException passing) when (passing.Problem.Kind is ProblemKind.Throttled or ProblemKind.Unreachable or ProblemKind.NotFound)
        {
            // A number for a progress bar is worth no failure; the next count may come through.
            return Last;
        }

        return Last = (done, failed);
    }
}
