namespace SonraiControlTower.Sandbox;

/// <summary>
/// Keeps what an operation says of a place and what the instance there says in step
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackset-status-codes.html">status codes of StackSets</see>).
/// </summary>
internal static class InstanceView
{
    public static void Show(StackSetState set, OperationState operation, ResultState result, string status, string? reason)
    {
        // A result has no word for a skipped account: of those that there are, only CANCELLED says that nothing was done.
        result.Status = status == StackInstanceDetailedStatus.SkippedSuspendedAccount ? StackInstanceDetailedStatus.Cancelled : status;
        result.Reason = reason;
        if (!set.Instances.TryGetValue(result.Key, out var instance))
        {
            return;
        }

        if (operation.Action == OperationAction.Delete && status == StackInstanceDetailedStatus.Succeeded)
        {
            set.Instances.Remove(result.Key);
            return;
        }

        var inoperable = operation.Action == OperationAction.Delete && status == StackInstanceDetailedStatus.Failed;
        instance.Detail = inoperable ? StackInstanceDetailedStatus.Inoperable : status;
        instance.Reason = reason;
        instance.LastOperationId = operation.Id;
        instance.Status = (status, instance.Status) switch
        {
            _ when inoperable => StackInstanceStatus.Inoperable,
            (StackInstanceDetailedStatus.Succeeded, _) => StackInstanceStatus.Current,
            (StackInstanceDetailedStatus.Failed or StackInstanceDetailedStatus.Cancelled or StackInstanceDetailedStatus.SkippedSuspendedAccount, _)
                when operation.Action != OperationAction.Delete => StackInstanceStatus.Outdated,
            var (_, before) => before,
        };
    }
}
