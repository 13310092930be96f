namespace SonraiControlTower.Sandbox;

/// <summary>
/// An operation at work. It goes through its regions one after another or all at once, and through the accounts of each as many at a time as
/// may, until the end, until too many have failed, or until somebody stops it.
/// </summary>
internal sealed class OperationRun
{
    private const string Exceeded = "Cancelled since failure tolerance has exceeded";
    private const string StoppedByUser = "Cancelled since user has stopped the operation";

    private readonly LandingZone _zone;
    private readonly InstanceWork _work;
    private readonly StackSetState _set;
    private readonly OperationState _operation;
    private readonly Action _ended;
    private readonly Queue<RegionLane> _later;
    private readonly List<RegionLane> _now = [];
    private bool _isExceeded;

    public OperationRun(LandingZone zone, InstanceWork work, StackSetState set, OperationState operation, Action ended)
    {
        (_zone, _work, _set, _operation, _ended) = (zone, work, set, operation, ended);
        var order = operation.Preferences.RegionOrder.ToList();
        _later = new(operation.Results
            .GroupBy(result => result.Key.Region)
            .OrderBy(region => order.IndexOf(region.Key) is >= 0 and var place ? place : order.Count)
            .ThenBy(region => region.Key, StringComparer.Ordinal)
            .Select(region => new RegionLane([.. region], operation.Preferences)));
    }

    public void Start()
    {
        _operation.Status = StackSetOperationStatus.Running;
        OpenLanes();
    }

    /// <summary>Gives up what has not begun; what has is worked on to its end.</summary>
    public void Stop()
    {
        _operation.Status = StackSetOperationStatus.Stopping;
        GiveUp(_now, StoppedByUser);
        GiveUp(_later, StoppedByUser);
        _later.Clear();
        if (_now.TrueForAll(lane => lane.IsDone))
        {
            _zone.Agenda.In(TimeSpan.Zero, End);
        }
    }

    private void OpenLanes()
    {
        var isParallel = _operation.Preferences.RegionConcurrency == RegionConcurrency.Parallel;
        while (_later.TryDequeue(out var lane))
        {
            _now.Add(lane);
            Fill(lane);
            if (!isParallel)
            {
                return;
            }
        }

        if (_now.Count == 0)
        {
            End();
        }
    }

    private void Fill(RegionLane lane)
    {
        while (lane.Begin() is { } result)
        {
            Show(result, StackInstanceDetailedStatus.Running, null);
            _zone.Agenda.In(Pace.Of(_zone, result.Key), () => Finish(lane, result));
        }
    }

    private void Finish(RegionLane lane, ResultState result)
    {
        var outcome = _work.Do(_set, _operation, result);
        var failed = outcome.Status == StackInstanceDetailedStatus.Failed;
        Show(result, outcome.Status, outcome.Reason);
        lane.End(failed);
        _operation.Failed += failed ? 1 : 0;
        if (lane.IsExceeded)
        {
            // Regions that are under way go on; those that would follow are not begun.
            _isExceeded = true;
            GiveUp([lane, .. _later], Exceeded);
            _later.Clear();
        }

        Fill(lane);
        if (lane.IsDone && _now.Remove(lane) && _now.Count == 0)
        {
            OpenLanes();
        }
    }

    private void End()
    {
        _operation.Status = _operation.Status == StackSetOperationStatus.Stopping
            ? StackSetOperationStatus.Stopped
            : _isExceeded ? StackSetOperationStatus.Failed : StackSetOperationStatus.Succeeded;
        _operation.EndedAt = _zone.Agenda.Now;
        _ended();
    }

    private void GiveUp(IEnumerable<RegionLane> lanes, string reason)
    {
        foreach (var result in lanes.SelectMany(lane => lane.GiveUp()))
        {
            Show(result, StackInstanceDetailedStatus.Cancelled, reason);
        }
    }

    private void Show(ResultState result, string status, string? reason) => InstanceView.Show(_set, _operation, result, status, reason);
}
