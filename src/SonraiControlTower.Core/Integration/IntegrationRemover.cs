using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Takes the integration away in the order in which nothing is stranded: the role out of the accounts, the stack set, the registrations made here,
/// the stack with its secret, the packages. Broken off and run again, it takes away what is left. What stays is told.
/// </summary>
public sealed class IntegrationRemover(IAws aws, IDig dig, AwsAccess access, SonraiIntegration integration, TimeProvider clock)
{
    private readonly List<string> _leftovers = [];

    // The accounts of this organization, and those that the stack set had besides: a tenant may have registrations of other organizations, too.
    private readonly HashSet<string> _accounts = [];
    private readonly AwsAccess _access = access with { Region = integration?.Region };
    private int _roles;
    private int _registrations;

    /// <summary>What came of it; complete once <see cref="RemoveAsync"/> has ended.</summary>
    public IntegrationRemoval Result => new()
    {
        StackName = integration.StackName,
        Status = _leftovers.Count == 0 ? IntegrationRemovalStatus.Removed : IntegrationRemovalStatus.Incomplete,
        RolesRemoved = _roles,
        RegistrationsEnded = _registrations,
        Leftovers = [.. _leftovers],
    };

    /// <summary>Takes it away, and tells how far it has got.</summary>
    public async IAsyncEnumerable<RollOutNews> RemoveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var site = await IntegrationSite.DiscoverAsync(aws, _access, cancellationToken).ConfigureAwait(false);
        await foreach (var news in RemoveRolesAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }

        // INVARIANT: registrations end only after the roles: an account whose role could not be removed is still monitored.
        yield return new RollOutProgress("Ending registrations", 0, 0, 0);
        await EndRegistrationsAsync(cancellationToken).ConfigureAwait(false);

        yield return new RollOutProgress("Deleting stacks", 0, 0, 0);
        if (site.OrganizationsRegion != site.Region)
        {
            Note(await new ForwardingStack(aws, _access, site, integration.StackName, clock).RemoveAsync(cancellationToken).ConfigureAwait(false));
        }

        if (!await DeleteStackAsync(cancellationToken).ConfigureAwait(false))
        {
            yield break;
        }

        var bucket = integration.SourceBucket ?? PackageBucket.DefaultName(site.Account, site.Region);
        var s3 = await aws.OpenS3Async(_access, cancellationToken).ConfigureAwait(false);
        var isDefault = bucket == PackageBucket.DefaultName(site.Account, site.Region);
        Note(await new PackageBucket(s3, bucket).ClearAsync(deleteBucket: isDefault, cancellationToken).ConfigureAwait(false));
    }

    private async IAsyncEnumerable<RollOutNews> RemoveRolesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var home = await StackSetHome.OpenAsync(aws, _access, cancellationToken).ConfigureAwait(false);
        var organizations = await aws.OpenOrganizationsAsync(_access, cancellationToken).ConfigureAwait(false);
        var scope = await RollOutScope.ReadAsync(organizations, [], [], cancellationToken).ConfigureAwait(false);
        var plan = RollOutPlan.For(RoleTemplate.Collector, new StackSetRef(integration.StackSetName ?? RollOutPlan.DefaultStackSetName));
        var remover = new RoleRemover(home, plan, clock);
        var work = await remover.PrepareAsync(scope, everything: true, cancellationToken).ConfigureAwait(false);
        _accounts.UnionWith(scope.Accounts.Concat(work.Open).Select(account => account.AccountId));
        await foreach (var news in remover.RemoveAsync(work, work.Open, everything: true, cancellationToken).ConfigureAwait(false))
        {
            switch (news)
            {
                case RollOutEnd { Result.Status: CollectorRoleStatus.Removed }:
                    _roles++;
                    break;
                case RollOutEnd { Result: { Status: CollectorRoleStatus.Failed or CollectorRoleStatus.Skipped } result }:
                    if (result.Status == CollectorRoleStatus.Failed)
                    {
                        _accounts.Remove(result.AccountId);
                    }

                    Note($"Account {result.AccountId}: {result.Reason}");
                    break;
                case RollOutNotice { IsWarning: true } notice:
                    Note(notice.Text);
                    break;
            }

            yield return news;
        }
    }

    private async Task EndRegistrationsAsync(CancellationToken cancellationToken)
    {
        var collector = await CollectorChoice.ChooseAsync(dig.Collectors, integration.CollectorName, cancellationToken).ConfigureAwait(false);
        var ours = await dig.CloudAccounts.ListAsync(collector, cancellationToken)
            .Where(account => account.RegisteredBy == RegistrationRequest.RegisteredBy && _accounts.Contains(account.AccountId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var unregistrar = new AccountUnregistrar(dig);
        foreach (var batch in ours.Chunk(AccountUnregistrar.BatchSize))
        {
            var refused = await unregistrar.UnregisterAsync(batch, cancellationToken).ConfigureAwait(false);
            _registrations += batch.Length - refused.Count;
            foreach (var (account, problem) in refused)
            {
                Note($"The registration of account {account} stays: {problem.Message}");
            }
        }
    }

    private async Task<bool> DeleteStackAsync(CancellationToken cancellationToken)
    {
        var stacks = (await aws.OpenCloudFormationAsync(_access, cancellationToken).ConfigureAwait(false)).Stacks;
        var run = new StackRun(stacks, clock);
        await run.SkipAsync(integration.StackId, cancellationToken).ConfigureAwait(false);
        if (run.Stack is null or { Status: StackStatus.DeleteComplete })
        {
            return true;
        }

        if (!RollOutPlan.IsOurs(run.Stack.Tags))
        {
            throw new SonraiException(RollOutProblems.NotOurs(integration.StackName));
        }

        await stacks.DeleteAsync(integration.StackId, OperationId.New(), cancellationToken).ConfigureAwait(false);
        await foreach (var _ in run.FollowAsync(integration.StackId, cancellationToken).ConfigureAwait(false))
        {
        }

        if (run.Stack is null or { Status: StackStatus.DeleteComplete })
        {
            return true;
        }

        Note($"The stack '{integration.StackName}' stays: {(run.Failure is { } failed ? $"{failed.LogicalId}: {failed.StatusReason}" : run.Stack.StatusReason ?? run.Stack.Status)}");
        return false;
    }

    private void Note(string? leftover)
    {
        if (leftover is not null)
        {
            _leftovers.Add(leftover);
        }
    }
}
