namespace SonraiControlTower;

/// <summary>Words the end of an account: where its role is by a stack set, and what AWS says of it.</summary>
internal sealed class RoleEnds(StackSetHome home, RollOutPlan plan)
{
    public RollOutEnd Of(OrgAccount account, StackSet? set, string status, string? reason = null, string? operationId = null) => new(new CollectorRoleResult
    {
        AccountId = account.AccountId,
        Name = account.Name,
        Status = status,
        Reason = reason,
        StackSet = plan.StackSet.Name,
        OperationId = operationId,
        RoleArn = RoleIn(account, set).ToString(),
    });

    /// <summary>An account that nobody waits for.</summary>
    public RollOutEnd Pending(OrgAccount account, StackSet set, string? operationId) => Of(
        account,
        set,
        CollectorRoleStatus.Pending,
        operationId is null
            ? "AWS does one operation at a time on the stack set, and another one runs; run the same command again to go on."
            : "The operation runs; run the same command again, without -NoWait, to wait for its end.",
        operationId);

    /// <summary>The end of an account by an operation that has ended.</summary>
    public RollOutEnd Settle(
        OrgAccount account, StackSet? set, OperationOutcome outcome, string good, Func<string, string, string, Problem> problem)
    {
        var (status, reason) = outcome.Of(account);
        return status switch
        {
            StackInstanceDetailedStatus.Succeeded => Of(account, set, good, operationId: outcome.OperationId),
            StackInstanceDetailedStatus.SkippedSuspendedAccount => Of(account, set, CollectorRoleStatus.Skipped, reason, outcome.OperationId),
            _ => Of(account, set, CollectorRoleStatus.Failed, reason, outcome.OperationId) with { Problem = problem(account.AccountId, plan.StackSet.Name, reason!) },
        };
    }

    /// <summary>The role in an account. A set that was adopted may name it otherwise than the plan does.</summary>
    public RoleArn RoleIn(OrgAccount account, StackSet? set)
    {
        var role = plan.As(set).Role;
        return new(home.Partition, AccountId.Parse(account.AccountId), role.RoleName, role.RolePath);
    }
}
