namespace SonraiControlTower.Sandbox;

/// <summary>
/// One region of an operation: how many of its accounts are worked on at a time, and how many may fail before the rest is given up
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationPreferences.html">StackSetOperationPreferences</see>).
/// </summary>
internal sealed class RegionLane
{
    private readonly Queue<ResultState> _waiting;
    private readonly int _atOnce;
    private readonly bool _isStrict;
    private int _failed;

    public RegionLane(IReadOnlyCollection<ResultState> results, StackSetOperationPreferences preferences)
    {
        _waiting = new(results);
        Tolerance = Amount(preferences.FailureTolerance, results.Count) ?? 0;
        _atOnce = Math.Max(1, Amount(preferences.MaxConcurrent, results.Count) ?? 1);
        _isStrict = preferences.ConcurrencyMode != ConcurrencyMode.SoftFailureTolerance;
    }

    public int Tolerance { get; }

    public int Running { get; private set; }

    /// <summary>True if more failed than may.</summary>
    public bool IsExceeded => _failed > Tolerance;

    public bool IsDone => _waiting.Count == 0 && Running == 0;

    // STRICT never lets more fail than may, and one: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/concurrency-mode.html
    private int Room => (_isStrict ? Math.Min(_atOnce, Tolerance + 1 - _failed) : _atOnce) - Running;

    /// <summary>The next result to begin with; null while there is no room.</summary>
    public ResultState? Begin()
    {
        if (Room <= 0 || !_waiting.TryDequeue(out var next))
        {
            return null;
        }

        Running++;
        return next;
    }

    public void End(bool failed)
    {
        Running--;
        _failed += failed ? 1 : 0;
    }

    /// <summary>Gives up what has not begun.</summary>
    public IEnumerable<ResultState> GiveUp()
    {
        while (_waiting.TryDequeue(out var next))
        {
            yield return next;
        }
    }

    private static int? Amount(Share? share, int of) => share is null ? null : share.IsPercentage ? share.Amount * of / 100 : share.Amount;
}
