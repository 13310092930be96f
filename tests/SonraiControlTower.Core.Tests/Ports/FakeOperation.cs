namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>An operation that gets on by one step whenever it is looked at.</summary>
internal sealed class FakeOperation
{
    private readonly IReadOnlyList<AccountId> _accounts;
    private readonly Action<AccountId> _effect;
    private readonly Queue<string> _course;

    public FakeOperation(string id, string action, IReadOnlyList<AccountId> accounts, Action<AccountId> effect, IReadOnlyList<string> course)
    {
        _accounts = accounts;
        _effect = effect;
        _course = new(course);
        Operation = new StackSetOperation { OperationId = id, Action = action, Status = _course.Dequeue() };
        Results = [.. accounts.Select(account => Result(account, StackInstanceDetailedStatus.Pending))];
    }

    public StackSetOperation Operation { get; private set; }

    public IReadOnlyList<StackSetOperationResult> Results { get; private set; }

    public void Step(FakeCloudFormation all, FakeStackSet set)
    {
        if (Operation.HasEnded)
        {
            return;
        }

        if (_course.TryDequeue(out var next))
        {
            Operation = Operation with { Status = next };
            return;
        }

        Results = [.. _accounts.Select(account => End(account, all.FailureOf(account), set))];
        var failed = Results.Count(result => result.Status == StackInstanceDetailedStatus.Failed);
        Operation = Operation with { Status = all.EndOf(failed), FailedInstances = failed };
    }

    private StackSetOperationResult End(AccountId account, string? failure, FakeStackSet set)
    {
        if (failure is not null)
        {
            set.Instances[account] = set.Instance(account, StackInstanceStatus.Outdated, StackInstanceDetailedStatus.Failed, failure, Operation.OperationId);
            return Result(account, StackInstanceDetailedStatus.Failed) with { StatusReason = failure };
        }

        _effect(account);
        if (set.Instances.TryGetValue(account, out var instance))
        {
            set.Instances[account] = instance with { LastOperationId = Operation.OperationId };
        }

        return Result(account, StackInstanceDetailedStatus.Succeeded);
    }

    private static StackSetOperationResult Result(AccountId account, string status) =>
        new() { AccountId = account.ToString(), Region = "eu-west-1", Status = status };
}
