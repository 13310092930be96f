using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Gets a role into accounts by a stack set, and into the management account by a stack. Broken off anywhere and run again it picks up what
/// runs and does what is missing.
/// </summary>
public sealed class RoleInstaller(StackSetHome home, RollOutPlan plan, TimeProvider clock)
{
    private const string Activity = "Installing the role";

    private readonly ManagementStack _management = new(home, plan, clock);
    private readonly StackSetQueue _queue = new(home.CloudFormation, plan.StackSet, clock);
    private readonly RoleEnds _ends = new(home, plan);

    /// <summary>Reads how things are and says what is to do. It changes nothing.</summary>
    /// <exception cref="SonraiException"><c>StackSetOtherModel</c>, or what AWS answers.</exception>
    public async Task<RollOutWork> PrepareAsync(RollOutScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var set = await DescribeAsync(cancellationToken).ConfigureAwait(false);
        var instances = set is null
            ? RoleInstances.None
            : await RoleInstances.ReadAsync(home.CloudFormation, plan.StackSet, new StackInstanceFilter(), cancellationToken).ConfigureAwait(false);
        var differences = set is null ? [] : StackSetDifference.Between(set, plan.Define(home, autoDeploy: false));
        var overwriting = differences.Count > 0 && plan.Force ? string.Join(", ", differences) : null;

        var notices = new List<RollOutNotice>();
        if (differences.Count > 0 && !plan.Force)
        {
            notices.Add(Adopted("stack set", plan.StackSet.Name, string.Join(", ", differences)));
        }

        var known = new List<RollOutEnd>();
        var open = new List<OrgAccount>();
        foreach (var account in scope.Accounts)
        {
            var (end, difference) = await ConsiderAsync(account, instances, set, overwriting is not null, cancellationToken).ConfigureAwait(false);
            if (difference is not null)
            {
                notices.Add(Adopted("stack", plan.ManagementStackName, difference));
            }

            if (end is null)
            {
                open.Add(account);
            }
            else
            {
                known.Add(end);
            }
        }

        return new RollOutWork(scope, set, instances)
        {
            Known = known,
            Open = open,
            Notices = notices,
            NewUnits = plan.IsServiceManaged ? [.. scope.OrganizationalUnitIds.Except(set?.OrganizationalUnitIds ?? [])] : [],
            Overwriting = overwriting,
        };
    }

    /// <summary>Does what was agreed to, and tells the end of each account.</summary>
    /// <param name="work">What there is to do.</param>
    /// <param name="agreed">Those of its open accounts that are to get the role.</param>
    /// <param name="overwrite">Whether the set may be overwritten.</param>
    /// <param name="cancellationToken">Ends the wait; what AWS has begun goes on.</param>
    public async IAsyncEnumerable<RollOutNews> InstallAsync(
        RollOutWork work, IReadOnlyCollection<OrgAccount> agreed, bool overwrite, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(agreed);
        foreach (var account in agreed.Where(account => account.IsManagementAccount))
        {
            await foreach (var news in _management.InstallAsync(account, cancellationToken).ConfigureAwait(false))
            {
                yield return news;
            }
        }

        var members = agreed.Where(account => !account.IsManagementAccount).ToList();
        if (members.Count == 0 && work.NewUnits.Count == 0 && !overwrite)
        {
            yield break;
        }

        var set = work.Set ?? await CreateSetAsync(work.Scope, cancellationToken).ConfigureAwait(false);
        if (overwrite)
        {
            await foreach (var news in OverwriteAsync(work, cancellationToken).ConfigureAwait(false))
            {
                yield return news;
            }
        }

        await foreach (var news in DeployAsync(work, set, members, cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }
    }

    private static RollOutNotice Adopted(string what, string name, string differences) => new(
        $"The {what} '{name}' is there already and is otherwise than asked ({differences}); it was taken as it is. Say -Force to overwrite it.");

    private async Task<StackSet?> DescribeAsync(CancellationToken cancellationToken)
    {
        var set = await home.CloudFormation.StackSets.DescribeAsync(plan.StackSet, cancellationToken).ConfigureAwait(false);
        return set is { Status: StackSet.Active } && set.PermissionModel != plan.PermissionModel
            ? throw new SonraiException(RollOutProblems.OtherModel(plan.StackSet.Name, set.PermissionModel))
            : set is { Status: StackSet.Active } ? set : null;
    }

    private async Task<(RollOutEnd? Known, string? Difference)> ConsiderAsync(
        OrgAccount account, RoleInstances instances, StackSet? set, bool overwrites, CancellationToken cancellationToken)
    {
        if (!account.IsActive)
        {
            return (_ends.Of(account, set, CollectorRoleStatus.Skipped, $"The account is {account.Status}, not ACTIVE."), null);
        }

        return account.IsManagementAccount
            ? await _management.ConsiderAsync(account, cancellationToken).ConfigureAwait(false)
            : (RoleInstances.IsCurrent(instances.Of(account)) && !overwrites
                ? _ends.Of(account, set, CollectorRoleStatus.AlreadyInstalled, operationId: instances.Of(account)!.LastOperationId)
                : null, null);
    }

    private async Task<StackSet> CreateSetAsync(RollOutScope scope, CancellationToken cancellationToken)
    {
        // Accounts named one by one say nothing of accounts to come.
        var definition = plan.Define(home, autoDeploy: scope.OrganizationalUnitIds.Count > 0);
        try
        {
            await home.CloudFormation.StackSets.CreateAsync(definition, OperationId.New(), cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException exists) when (exists.Problem.Id == CloudFormationProblems.SetNameExistsId)
        {
            // Another run was quicker; its set serves as well.
        }

        return await DescribeAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(CloudFormationProblems.SetNotFound("DescribeStackSet", $"it was made a moment ago as '{plan.StackSet.Name}'."));
    }

    private async IAsyncEnumerable<RollOutNews> OverwriteAsync(RollOutWork work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var operation = OperationId.New();
        var update = new StackSetUpdate
        {
            Definition = plan.Define(home, autoDeploy: work.Scope.OrganizationalUnitIds.Count > 0) with { Tags = null, ManagedExecution = null },
            OperationId = operation,
            Preferences = plan.Preferences,
        };
        Task<StartedOperation> Begin(CancellationToken stop) => home.CloudFormation.StackSets.UpdateAsync(update, stop);
        if (!plan.Wait)
        {
            if (!await StackSetQueue.TryBeginAsync(Begin, cancellationToken).ConfigureAwait(false))
            {
                yield return new RollOutNotice($"The stack set '{plan.StackSet}' was not overwritten, since another operation runs on it; run the same command again.");
            }

            yield break;
        }

        var activity = $"Overwriting the stack set '{plan.StackSet}'";
        await foreach (var news in _queue.RunAsync(operation, Begin, activity, work.Instances.All.Count(), cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }
    }

    private async IAsyncEnumerable<RollOutNews> DeployAsync(
        RollOutWork work, StackSet set, List<OrgAccount> members, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // An operation that runs may be ours of an earlier run, or one that this run's overwriting began.
        var running = work.Set is null ? [] : await _queue.UnfinishedAsync(cancellationToken).ConfigureAwait(false);
        if (running.Count > 0 && plan.Wait)
        {
            await foreach (var news in _queue.DrainAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return news;
            }
        }

        var instances = work.Set is null ? RoleInstances.None : await RoleInstances.ReadAsync(
            home.CloudFormation, plan.StackSet, new StackInstanceFilter(), cancellationToken).ConfigureAwait(false);
        var left = new List<OrgAccount>();
        foreach (var account in members)
        {
            if (instances.Of(account) is { } there && RoleInstances.IsCurrent(there))
            {
                var status = RoleInstances.IsCurrent(work.Instances.Of(account)) ? CollectorRoleStatus.Updated : CollectorRoleStatus.Installed;
                yield return _ends.Of(account, set, status, operationId: there.LastOperationId);
            }
            else if (!plan.Wait && RoleInstances.IsUnderWay(instances.Of(account)))
            {
                yield return _ends.Pending(account, set, instances.Of(account)!.LastOperationId);
            }
            else
            {
                left.Add(account);
            }
        }

        var region = home.RegionFor(set, instances.All);
        foreach (var batch in RoleBatch.Of(plan, work, left))
        {
            await foreach (var news in DeployAsync(batch, set, region, cancellationToken).ConfigureAwait(false))
            {
                yield return news;
            }
        }
    }

    private async IAsyncEnumerable<RollOutNews> DeployAsync(
        RoleBatch batch, StackSet set, string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new StackInstancesRequest
        {
            StackSet = plan.StackSet,
            Targets = batch.Targets,
            Regions = [region],
            OperationId = OperationId.New(),
            Preferences = plan.Preferences,
        };
        Task<StartedOperation> Begin(CancellationToken stop) => home.CloudFormation.StackInstances.CreateAsync(request, stop);

        if (!plan.Wait)
        {
            var begun = await StackSetQueue.TryBeginAsync(Begin, cancellationToken).ConfigureAwait(false);
            foreach (var account in batch.Accounts)
            {
                yield return _ends.Pending(account, set, begun ? $"{request.OperationId}" : null);
            }

            yield break;
        }

        await foreach (var news in _queue.RunAsync(request.OperationId, Begin, Activity, batch.Accounts.Count, cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }

        var outcome = await OperationOutcome.ReadAsync(home.CloudFormation, plan.StackSet, $"{request.OperationId}", cancellationToken).ConfigureAwait(false);
        foreach (var account in batch.Accounts)
        {
            yield return _ends.Settle(account, set, outcome, CollectorRoleStatus.Installed, RollOutProblems.Failed);
        }
    }
}
