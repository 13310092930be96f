namespace SonraiControlTower.Sandbox;

/// <summary>
/// Which operations on a set may run. A set does one thing at a time; with
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ManagedExecution.html">managed execution</see> what does not
/// conflict runs at once, and what does waits in order.
/// </summary>
internal sealed class OperationQueue(LandingZone zone)
{
    private readonly InstanceWork _work = new(zone);

    /// <exception cref="AwsFault">OperationInProgressException.</exception>
    public static void DemandRoom(StackSetState set)
    {
        if (!set.ManagedExecution && set.Unfinished is [var running, ..])
        {
            throw StackSetRefusals.Busy(set, running);
        }
    }

    /// <summary>Takes an operation up. It is QUEUED for a moment, and longer behind others.</summary>
    public void Add(StackSetState set, OperationState operation)
    {
        set.Operations.Add(operation.Id, operation);
        set.Unfinished.Add(operation);
        foreach (var result in operation.Results)
        {
            InstanceView.Show(set, operation, result, StackInstanceDetailedStatus.Pending, null);
        }

        zone.Agenda.In(Pace.Queued(zone), () => StartWhatCan(set));
    }

    public void Stop(StackSetState set, OperationState operation)
    {
        if (operation.Run is { } run)
        {
            run.Stop();
            return;
        }

        // It has not begun: nothing of it needs to be ended.
        operation.Run = NewRun(set, operation);
        operation.Run.Stop();
    }

    private void StartWhatCan(StackSetState set)
    {
        foreach (var operation in set.Unfinished.Where(one => one.Run is null).ToList())
        {
            var before = set.Unfinished.TakeWhile(one => one != operation);
            if (!before.Any(one => !set.ManagedExecution || one.ConflictsWith(operation)))
            {
                operation.Run = NewRun(set, operation);
                operation.Run.Start();
            }
        }
    }

    private OperationRun NewRun(StackSetState set, OperationState operation) => new(zone, _work, set, operation, () =>
    {
        set.Unfinished.Remove(operation);
        zone.Agenda.In(TimeSpan.Zero, () => StartWhatCan(set));
    });
}
