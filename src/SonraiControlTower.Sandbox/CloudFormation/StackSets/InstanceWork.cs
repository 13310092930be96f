namespace SonraiControlTower.Sandbox;

/// <summary>What an operation does at one instance, once it has got there.</summary>
internal sealed class InstanceWork(LandingZone zone)
{
    private readonly ExecutionRoles _roles = new(zone);

    public Outcome Do(StackSetState set, OperationState operation, ResultState result)
    {
        if (operation.Action == OperationAction.Delete && operation.RetainStacks)
        {
            // Nothing happens in the account, so its state does not matter.
            return Outcome.Done;
        }

        // Suspended accounts are skipped, and do not count as failed:
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackInstanceComprehensiveStatus.html
        if (zone.StatusOf(result.Key.Account) is Member.Suspended or Member.PendingClosure)
        {
            return new Outcome(StackInstanceDetailedStatus.SkippedSuspendedAccount, "The account was suspended at the time of the operation.");
        }

        if (zone.TakeFailure(result.Key.Account) is { } injected)
        {
            return Outcome.Failure(injected);
        }

        var (session, reason) = _roles.Enter(set, result.Key.Account);
        if (session is null)
        {
            return Outcome.Failure(reason!);
        }

        // With managed execution an operation that waited finds what those before it have left.
        return operation.Action != OperationAction.Delete
            ? Deploy(set, set.Instance(result), session)
            : set.Instances.TryGetValue(result.Key, out var instance) ? Remove(instance, session) : Outcome.Done;
    }

    private Outcome Deploy(StackSetState set, InstanceState instance, Caller session)
    {
        try
        {
            ResourceKinds.DemandCapability(set.Template, set.Capabilities);
            var given = instance.Overrides.Concat(set.Parameters
                .Where(one => instance.Overrides.All(other => other.Key != one.Key))
                .Select(one => new TemplateParameter(one.Key, one.Value)));
            var parameters = ParameterValues.Settle(set.Template, [.. given], set.Parameters);
            return Run(set, instance, session, parameters);
        }
        catch (AwsFault fault)
        {
            return Outcome.Failure(fault.Message);
        }
    }

    private Outcome Run(StackSetState set, InstanceState instance, Caller session, IReadOnlyDictionary<string, string> parameters)
    {
        // A stack that could not be made, or that somebody deleted, is made anew:
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-troubleshooting.html
        if (instance.Stack is { Status: StackStatus.RollbackComplete or StackStatus.DeleteComplete } gone)
        {
            zone.Stacks.Forget(gone);
            instance.Stack = null;
        }

        var isNew = instance.Stack is null;
        var (account, region) = instance.Key;
        var stack = instance.Stack ??= zone.Stacks.Add(
            account, region, $"StackSet-{set.Name}-{StableId.Uuid(set.Id, account.ToString(), region)}", set.Template, keepsEvents: false);
        var change = new StackChange(zone, stack, session, set.Template, parameters, set.Tags) { CanWait = false };
        while (change.Seek() is { } next)
        {
            if (change.Step() is { } reason)
            {
                change.Undo();
                stack.Become(isNew ? StackStatus.RollbackComplete : StackStatus.UpdateRollbackComplete, null, zone.Agenda.Now);
                return Outcome.Failure($"ResourceLogicalId:{next.LogicalId}, ResourceType:{next.Type}, ResourceStatusReason:{reason}.");
            }
        }

        change.Finish();
        stack.Become(isNew ? StackStatus.CreateComplete : StackStatus.UpdateComplete, null, zone.Agenda.Now);
        return Outcome.Done;
    }

    private Outcome Remove(InstanceState instance, Caller session)
    {
        if (instance.Stack is { } stack)
        {
            if (StackRemoval.Run(zone, stack, session) is var (part, reason))
            {
                stack.Become(StackStatus.DeleteFailed, reason, zone.Agenda.Now);
                return Outcome.Failure($"ResourceLogicalId:{part.LogicalId}, ResourceType:{part.Type}, ResourceStatusReason:{reason}.");
            }

            zone.Stacks.Forget(stack);
        }

        return Outcome.Done;
    }
}

/// <summary>What came of the work at one instance.</summary>
/// <param name="Status">SUCCEEDED, FAILED or SKIPPED_SUSPENDED_ACCOUNT.</param>
/// <param name="Reason">Why, in AWS's words.</param>
internal sealed record Outcome(string Status, string? Reason)
{
    public static Outcome Done { get; } = new(StackInstanceDetailedStatus.Succeeded, null);

    public static Outcome Failure(string reason) => new(StackInstanceDetailedStatus.Failed, reason);
}
