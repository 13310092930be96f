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
        Soon(() => StackRemoval.Run(zone, stack, caller, failure => IfStillOn(() =>
        {
            if (failure is var (part, reason))
            {
                stack.Become(part, StackStatus.DeleteFailed, reason, Now);
                stack.Become(StackStatus.DeleteFailed, $"The following resource(s) failed to delete: [{part.LogicalId}]. ", Now);
            }
            else
            {
                stack.Become(StackStatus.DeleteComplete, null, Now);
                gone();
            }
        })));
    }

    private void Advance(StackChange change, string word, Action<StackChange, string> rollBack)
    {
        ResourceDeclaration? next;
        try
        {
            next = change.Seek();
        }
        catch (AwsFault fault)
        {
            // Such as an attribute that a custom resource's function did not give.
            stack.Become($"{word}_FAILED", fault.Message, Now);
            rollBack(change, fault.Message);
            return;
        }

        if (next is null)
        {
            change.Finish(reason => IfStillOn(() => Complete(change, word, reason, rollBack)));
            return;
        }

        var there = stack.Part(next.LogicalId);
        var own = there is null ? "CREATE" : "UPDATE";
        var shown = there ?? new StackPart(next.LogicalId, next.Type, next.IsRetained);
        stack.Become(shown, $"{own}_IN_PROGRESS", null, Now);
        Soon(() => change.Step(reason => IfStillOn(() =>
        {
            var part = stack.Part(next.LogicalId) ?? shown;
            if (reason is not null)
            {
                stack.Become(part, $"{own}_FAILED", reason, Now);
                rollBack(change, next.LogicalId);
            }
            else
            {
                stack.Become(part, $"{own}_COMPLETE", null, Now);
                Advance(change, word, rollBack);
            }
        })));
    }

    private void Complete(StackChange change, string word, string? reason, Action<StackChange, string> rollBack)
    {
        if (reason is null)
        {
            stack.Become($"{word}_COMPLETE", null, Now);
        }
        else
        {
            rollBack(change, reason);
        }
    }

    private void RollBackCreation(StackChange change, string failed)
    {
        stack.Become(StackStatus.RollbackInProgress, $"The following resource(s) failed to create: [{failed}]. Rollback requested by user.", Now);
        TakeBack(change, StackStatus.RollbackComplete, "ROLLBACK_FAILED");
    }

    private void RollBackUpdate(StackChange change, string failed)
    {
        stack.Become("UPDATE_ROLLBACK_IN_PROGRESS", $"The following resource(s) failed to update: [{failed}]. ", Now);
        TakeBack(change, StackStatus.UpdateRollbackComplete, "UPDATE_ROLLBACK_FAILED");
    }

    private void TakeBack(StackChange change, string complete, string incomplete) => Soon(() =>
    {
        var before = stack.Parts.ToList();
        change.Undo(failed => IfStillOn(() =>
        {
            foreach (var gone in before.Except(stack.Parts))
            {
                stack.Become(gone, gone.LogicalId == failed ? StackStatus.DeleteFailed : StackStatus.DeleteComplete, null, Now);
            }

            stack.Become(failed is null ? complete : incomplete, failed is null ? null : $"The following resource(s) failed: [{failed}]. ", Now);
        }));
    });

    private void Begin(string status)
    {
        stack.Journey = this;
        stack.Become(status, "User Initiated", Now);
    }

    private void Soon(Action work) => zone.Agenda.In(_step / zone.OperationSpeed, () => IfStillOn(work));

    private void IfStillOn(Action work)
    {
        if (stack.Journey == this)
        {
            work();
        }
    }
}
