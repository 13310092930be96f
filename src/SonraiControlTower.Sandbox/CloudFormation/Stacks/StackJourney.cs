namespace SonraiControlTower.Sandbox;

/// <summary>
/// A stack's way through its states, a resource at a time, with an event for each
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">stack status codes</see>).
/// </summary>
internal sealed class StackJourney(LandingZone zone, Stack stack, Caller caller)
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(1);

    private DateTimeOffset Now => zone.Agenda.Now;

    public void Create(StackChange change)
    {
        Begin(StackStatus.CreateInProgress);
        Soon(() => Advance(change, "CREATE", RollBackCreation));
    }

    public void Update(StackChange change)
    {
        Begin(StackStatus.UpdateInProgress);
        stack.UpdatedAt = Now;
        Soon(() => Advance(change, "UPDATE", RollBackUpdate));
    }

    public void Delete(Action gone)
    {
        Begin(StackStatus.DeleteInProgress);
        Soon(() =>
        {
            if (StackRemoval.Run(zone, stack, caller) is var (part, reason))
            {
                stack.Become(part, StackStatus.DeleteFailed, reason, Now);
                stack.Become(StackStatus.DeleteFailed, $"The following resource(s) failed to delete: [{part.LogicalId}]. ", Now);
            }
            else
            {
                stack.Become(StackStatus.DeleteComplete, null, Now);
                gone();
            }
        });
    }

    private void Advance(StackChange change, string word, Action<StackChange, string> rollBack)
    {
        if (change.Seek() is not { } next)
        {
            change.Finish();
            stack.Become($"{word}_COMPLETE", null, Now);
            return;
        }

        var there = stack.Part(next.LogicalId);
        var own = there is null ? "CREATE" : "UPDATE";
        var shown = there ?? new StackPart(next.LogicalId, next.Type, next.IsRetained);
        stack.Become(shown, $"{own}_IN_PROGRESS", null, Now);
        Soon(() =>
        {
            if (change.Step() is { } reason)
            {
                stack.Become(shown, $"{own}_FAILED", reason, Now);
                rollBack(change, next.LogicalId);
            }
            else
            {
                stack.Become(stack.Part(next.LogicalId) ?? shown, $"{own}_COMPLETE", null, Now);
                Advance(change, word, rollBack);
            }
        });
    }

    private void RollBackCreation(StackChange change, string failed)
    {
        stack.Become(StackStatus.RollbackInProgress, $"The following resource(s) failed to create: [{failed}]. Rollback requested by user.", Now);
        Soon(() =>
        {
            TakeBack(change);
            stack.Become(StackStatus.RollbackComplete, null, Now);
        });
    }

    private void RollBackUpdate(StackChange change, string failed)
    {
        stack.Become("UPDATE_ROLLBACK_IN_PROGRESS", $"The following resource(s) failed to update: [{failed}]. ", Now);
        Soon(() =>
        {
            TakeBack(change);
            stack.Become(StackStatus.UpdateRollbackComplete, null, Now);
        });
    }

    private void TakeBack(StackChange change)
    {
        var before = stack.Parts.ToList();
        change.Undo();
        foreach (var gone in before.Except(stack.Parts))
        {
            stack.Become(gone, StackStatus.DeleteComplete, null, Now);
        }
    }

    private void Begin(string status)
    {
        stack.Journey = this;
        stack.Become(status, "User Initiated", Now);
    }

    private void Soon(Action work) => zone.Agenda.In(_step / zone.OperationSpeed, () =>
    {
        if (stack.Journey == this)
        {
            work();
        }
    });
}
