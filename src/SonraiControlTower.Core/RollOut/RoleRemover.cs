using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Takes a role out of accounts again: first the instances, then, when none is left, the stack set, for AWS deletes no set that has instances.
/// Only what this module made. Accounts that AWS no longer lets anybody work in are taken out of the set, their stacks left to end with them.
/// </summary>
public sealed class RoleRemover(StackSetHome home, RollOutPlan plan, TimeProvider clock)
{
    private readonly StackSetQueue _queue = new(home.CloudFormation, plan.StackSet, clock);
    private readonly RoleEnds _ends = new(home, plan);

    private ManagementStack Management(StackSet? set) => new(home, plan.As(set), clock);

    /// <summary>Reads what there is to remove. It changes nothing.</summary>
    /// <param name="scope">The accounts.</param>
    /// <param name="everything">True to remove the set itself, and what it has in accounts that left the organization.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SonraiException"><c>StackSetNotOurs</c>.</exception>
    public async Task<RollOutWork> PrepareAsync(RollOutScope scope, bool everything, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var set = await home.CloudFormation.StackSets.DescribeAsync(plan.StackSet, cancellationToken).ConfigureAwait(false);
        set = set is { Status: StackSet.Active } ? set : null;
        if (set is not null && !RollOutPlan.IsOurs(set.Tags))
        {
            throw new SonraiException(RollOutProblems.NotOurs(plan.StackSet.Name));
        }

        var instances = set is null
            ? RoleInstances.None
            : await RoleInstances.ReadAsync(home.CloudFormation, plan.StackSet, new StackInstanceFilter(), cancellationToken).ConfigureAwait(false);
        var known = scope.Accounts.Select(account => account.AccountId).ToHashSet();
        var left = instances.All.Where(instance => everything && !known.Contains(instance.AccountId))
            .Select(instance => new OrgAccount { AccountId = instance.AccountId, Name = instance.AccountId, Status = "not in the organization" });
        var all = scope.Accounts.Concat(left).ToLookup(account => instances.Of(account) is not null || (account.IsManagementAccount && Management(set).IsWithin(account)));
        return new RollOutWork(scope, set, instances)
        {
            Known = [.. all[false].Where(_ => !everything)
                .Select(account => _ends.Of(account, set, CollectorRoleStatus.NotInstalled, "The stack set has no instance in the account."))],
            Open = [.. all[true]],
            Notices = [],
            NewUnits = [],
        };
    }

    /// <summary>Removes what was agreed to, and tells the end of each account.</summary>
    public async IAsyncEnumerable<RollOutNews> RemoveAsync(
        RollOutWork work, IReadOnlyCollection<OrgAccount> agreed, bool everything, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(agreed);
        var members = agreed.Where(account => !account.IsManagementAccount || work.Instances.Of(account) is not null)
            .ToLookup(account => account.IsActive && work.Instances.Of(account) is { StackId: not null, Status: not StackInstanceStatus.Inoperable });

        foreach (var retain in new[] { false, true })
        {
            var accounts = members[!retain].ToList();
            foreach (var batch in RoleBatch.Of(plan.As(work.Set), accounts, account => work.Instances.Of(account)?.OrganizationalUnitId))
            {
                await foreach (var news in RemoveAsync(work, batch, retain, cancellationToken).ConfigureAwait(false))
                {
                    yield return news;
                }
            }
        }

        foreach (var account in agreed.Where(account => account.IsManagementAccount && Management(work.Set).IsWithin(account)))
        {
            yield return await Management(work.Set).RemoveAsync(account, cancellationToken).ConfigureAwait(false);
        }

        if (everything && work.Set is not null)
        {
            yield return await DeleteSetAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<RollOutNews> RemoveAsync(
        RollOutWork work, RoleBatch batch, bool retain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new StackInstancesRequest
        {
            StackSet = plan.StackSet,
            Targets = batch.Targets,
            Regions = [.. work.Instances.All.Select(instance => instance.Region).Distinct()],
            OperationId = OperationId.New(),
            Preferences = plan.Preferences,
        };
        Task<StartedOperation> Begin(CancellationToken stop) => home.CloudFormation.StackInstances.DeleteAsync(request, retain, stop);
        await foreach (var news in _queue.RunAsync(request.OperationId, Begin, "Removing the role", batch.Accounts.Count, cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }

        var outcome = await OperationOutcome.ReadAsync(home.CloudFormation, plan.StackSet, $"{request.OperationId}", cancellationToken).ConfigureAwait(false);
        foreach (var account in batch.Accounts)
        {
            var end = _ends.Settle(account, work.Set, outcome, CollectorRoleStatus.Removed, RollOutProblems.NotRemoved);
            yield return retain && end.Result.Status == CollectorRoleStatus.Removed ? Retained(account, work, outcome) : end;
        }
    }

    /// <summary>An account that was taken out of the set without anything being done in it.</summary>
    private RollOutEnd Retained(OrgAccount account, RollOutWork work, OperationOutcome outcome) => (account.IsActive, work.Instances.Of(account)) switch
    {
        (false, _) => _ends.Of(
            account,
            work.Set,
            CollectorRoleStatus.Skipped,
            $"The account is {account.Status}: it was taken out of the stack set, and its stack stays as long as the account does.",
            outcome.OperationId),
        (true, { StackId: null }) => _ends.Of(
            account, work.Set, CollectorRoleStatus.Removed, "The role never got there; the account was taken out of the stack set.", outcome.OperationId),
        (true, var instance) => _ends.Of(
            account,
            work.Set,
            CollectorRoleStatus.Skipped,
            $"An earlier removal failed here ({instance?.StatusReason ?? "AWS gives no reason"}): the account was taken out of the stack set, and its stack stays.",
            outcome.OperationId),
    };

    private async Task<RollOutNotice> DeleteSetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await home.CloudFormation.StackSets.DeleteAsync(plan.StackSet, cancellationToken).ConfigureAwait(false);
            return new($"The stack set '{plan.StackSet}' was deleted.", IsWarning: false);
        }
        catch (SonraiException stays) when (stays.Problem.Id == CloudFormationProblems.NotEmptyId)
        {
            return new($"The stack set '{plan.StackSet}' still has instances, so it stays; run the same command again when what failed is mended.");
        }
    }
}
