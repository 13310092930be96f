using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Changes a role in place, wave by wave: the set is updated with some of its accounts at a time, and the next wave begins only when the one
/// before went well. Source: <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStackSet.html">UpdateStackSet</see>,
/// which leaves accounts that it does not name as they are once the set itself no longer changes.
/// </summary>
public sealed class RoleUpdater(StackSetHome home, RollOutPlan plan, RoleChange change, TimeProvider clock)
{
    private readonly StackSetQueue _queue = new(home.CloudFormation, plan.StackSet, clock);
    private readonly RoleEnds _ends = new(home, plan);

    private ManagementStack Management(StackSet? set) => new(home, plan.As(set), clock);

    /// <summary>Reads how things are and says what is to do. It changes nothing.</summary>
    /// <exception cref="SonraiException"><c>NothingToChange</c>, <c>CollectorRoleNotInstalled</c>, <c>StackSetNotOurs</c>, <c>StackSetLacksParameter</c>.</exception>
    public async Task<RollOutWork> PrepareAsync(RollOutScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (change.IsEmpty)
        {
            throw new SonraiException(RollOutProblems.NothingToChange);
        }

        var set = await home.CloudFormation.StackSets.DescribeAsync(plan.StackSet, cancellationToken).ConfigureAwait(false);
        if (set is not { Status: StackSet.Active })
        {
            throw new SonraiException(RollOutProblems.NotInstalled(plan.StackSet.Name));
        }

        if (!RollOutPlan.IsOurs(set.Tags) && !plan.Force)
        {
            throw new SonraiException(RollOutProblems.NotOurs(plan.StackSet.Name));
        }

        change.Parameters(set.Name, set.Parameters);
        var instances = await RoleInstances.ReadAsync(home.CloudFormation, plan.StackSet, new StackInstanceFilter(), cancellationToken).ConfigureAwait(false);
        var known = new List<RollOutEnd>();
        var open = new List<OrgAccount>();
        foreach (var account in scope.Accounts)
        {
            if (await ConsiderAsync(account, set, instances, cancellationToken).ConfigureAwait(false) is { } end)
            {
                known.Add(end);
            }
            else
            {
                open.Add(account);
            }
        }

        return new RollOutWork(scope, set, instances) { Known = known, Open = open, Notices = [.. Others(scope, set, instances)], NewUnits = [] };
    }

    /// <summary>Changes the role in the accounts that were agreed to, the management account last.</summary>
    public async IAsyncEnumerable<RollOutNews> UpdateAsync(
        RollOutWork work, IReadOnlyCollection<OrgAccount> agreed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(agreed);
        var goesWell = true;
        var members = agreed.Where(account => !account.IsManagementAccount).ToList();
        foreach (var wave in members.Chunk(change.WaveSize))
        {
            foreach (var batch in RoleBatch.Of(plan.As(work.Set), wave, account => work.Instances.Of(account)?.OrganizationalUnitId))
            {
                if (!goesWell)
                {
                    foreach (var account in batch.Accounts)
                    {
                        yield return _ends.Of(account, work.Set, CollectorRoleStatus.Pending, "An earlier wave did not go well, so this account was left as it is.");
                    }

                    continue;
                }

                var update = Update(work, batch);
                Task<StartedOperation> Begin(CancellationToken stop) => home.CloudFormation.StackSets.UpdateAsync(update, stop);
                await foreach (var news in _queue.RunAsync(update.OperationId, Begin, "Updating the role", batch.Accounts.Count, cancellationToken).ConfigureAwait(false))
                {
                    yield return news;
                }

                var outcome = await OperationOutcome.ReadAsync(home.CloudFormation, plan.StackSet, $"{update.OperationId}", cancellationToken).ConfigureAwait(false);
                goesWell = outcome.Succeeded;
                foreach (var account in batch.Accounts)
                {
                    yield return _ends.Settle(account, work.Set, outcome, CollectorRoleStatus.Updated, RollOutProblems.NotUpdated);
                }
            }
        }

        foreach (var account in agreed.Where(account => account.IsManagementAccount))
        {
            yield return goesWell
                ? await UpdateManagementAsync(work, account, cancellationToken).ConfigureAwait(false)
                : _ends.Of(account, work.Set, CollectorRoleStatus.Pending, "An earlier wave did not go well, so this account was left as it is.");
        }
    }

    /// <summary>A set that changes leaves whoever is not named behind.</summary>
    private IEnumerable<RollOutNotice> Others(RollOutScope scope, StackSet set, RoleInstances instances)
    {
        var named = scope.Accounts.Select(account => account.AccountId).ToHashSet();
        var others = change.IsSo(set.TemplateBody, set.Parameters) ? 0 : instances.All.Count(instance => !named.Contains(instance.AccountId));
        return others == 0
            ? []
            : [new($"The stack set itself changes, so {others} accounts that are not named become OUTDATED; run the same command without accounts to bring them, too.")];
    }

    private async Task<RollOutEnd?> ConsiderAsync(
        OrgAccount account, StackSet set, RoleInstances instances, CancellationToken cancellationToken)
    {
        if (!account.IsActive)
        {
            return _ends.Of(account, set, CollectorRoleStatus.Skipped, $"The account is {account.Status}, not ACTIVE.");
        }

        if (account.IsManagementAccount)
        {
            var stack = Management(set).IsWithin(account)
                ? await home.CloudFormation.Stacks.DescribeAsync(plan.ManagementStackName, cancellationToken).ConfigureAwait(false)
                : null;
            return stack is null
                ? _ends.Of(account, set, CollectorRoleStatus.NotInstalled, $"There is no stack '{plan.ManagementStackName}' within reach of these credentials.")
                : null;
        }

        return instances.Of(account) switch
        {
            null => _ends.Of(account, set, CollectorRoleStatus.NotInstalled, "The stack set has no instance in the account."),
            var there when RoleInstances.IsCurrent(there) && change.IsSo(set.TemplateBody, set.Parameters) =>
                _ends.Of(account, set, CollectorRoleStatus.AlreadyInstalled, "It is so already."),
            _ => null,
        };
    }

    private StackSetUpdate Update(RollOutWork work, RoleBatch batch) => new()
    {
        Definition = new StackSetDefinition
        {
            StackSet = plan.StackSet,
            TemplateBody = change.TemplateBody,
            Parameters = change.Parameters(work.Set!.Name, work.Set.Parameters),
            Capabilities = plan.Role.Template.Capabilities,
            PermissionModel = work.Set.PermissionModel,
            AdministrationRoleArn = work.Set.AdministrationRoleArn,
            ExecutionRoleName = work.Set.ExecutionRoleName,
        },
        OperationId = OperationId.New(),
        Preferences = plan.Preferences,
        Targets = batch.Targets,
        Regions = [home.RegionFor(work.Set, work.Instances.All)],
    };

    private async Task<RollOutEnd> UpdateManagementAsync(RollOutWork work, OrgAccount account, CancellationToken cancellationToken)
    {
        var stack = await home.CloudFormation.Stacks.DescribeAsync(plan.ManagementStackName, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(RollOutProblems.NotInstalled(plan.ManagementStackName));
        var request = Management(work.Set).Request(tags: null) with
        {
            TemplateBody = change.TemplateBody,
            Parameters = change.Parameters(plan.ManagementStackName, stack.Parameters),
        };
        return await Management(work.Set).UpdateAsync(account, request, cancellationToken).ConfigureAwait(false);
    }
}
