namespace SonraiControlTower;

/// <summary>
/// Brings accounts into step, and keeps what came of each. What is not done when the time is over stays <see cref="AccountSyncStatus.Drifted"/>,
/// for the schedule.
/// </summary>
internal sealed class Reconciliation(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline, SetupSession session)
{
    private readonly SetupPlan _plan = new(settings);
    private readonly Dictionary<AccountId, AccountSyncResult> _results = [];

    /// <summary>What came of each account so far.</summary>
    public IReadOnlyDictionary<AccountId, AccountSyncResult> Results => _results;

    /// <summary>True for an account with nothing left to do.</summary>
    public static bool IsDone(AccountSyncResult? result) =>
        result?.Status is AccountSyncStatus.InSync or AccountSyncStatus.Synced or AccountSyncStatus.Skipped or AccountSyncStatus.Left;

    /// <summary>The whole organization.</summary>
    public async Task EverythingAsync(bool change = true)
    {
        var organizations = await host.Aws.OpenOrganizationsAsync(host.Access, deadline.Token).ConfigureAwait(false);
        await RunAsync(await RollOutScope.ReadAsync(organizations, [], [], deadline.Token).ConfigureAwait(false), everything: true, change).ConfigureAwait(false);
    }

    /// <summary>Some accounts; those that AWS Organizations does not know, or not yet, get no result.</summary>
    public async Task AccountsAsync(IReadOnlySet<AccountId> ids)
    {
        var organizations = await host.Aws.OpenOrganizationsAsync(host.Access, deadline.Token).ConfigureAwait(false);
        var found = await new OrganizationReader(organizations).ReadAsync(new AccountQuery { Ids = ids }, deadline.Token)
            .ToListAsync(deadline.Token).ConfigureAwait(false);
        if (found.Count > 0)
        {
            await RunAsync(RollOutScope.Of(found), everything: false, change: true).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(RollOutScope scope, bool everything, bool change)
    {
        foreach (var account in scope.Accounts)
        {
            _results[AccountId.Parse(account.AccountId)] = new AccountSyncResult
            {
                AccountId = account.AccountId,
                Name = account.Name,
                Status = AccountSyncStatus.Drifted,
                Reason = "The function's time was over before the account was looked at.",
            };
        }

        try
        {
            var collector = await session.CollectorAsync(settings, deadline.Token).ConfigureAwait(false);
            var plan = SyncPlan.Of(_plan.Role, _plan.RollOut, collector, AwsPartition.Of(host.Access.Region));
            var sync = new AccountSync(host.Aws, session.Dig, host.Access, plan, host.Clock);
            var drift = await sync.ReadAsync(scope, everything, deadline.Token).ConfigureAwait(false);
            Take([.. drift.Known, .. drift.Open.Select(one => one.Report())]);
            Tell(drift.Notices);
            if (change)
            {
                await ApplyAsync(sync, drift).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            host.Log("The function's time is over; the schedule does what is left.");
        }
    }

    private async Task ApplyAsync(AccountSync sync, SyncDrift drift)
    {
        await foreach (var news in sync.ApplyAsync(drift, drift.Open, deadline.Token).ConfigureAwait(false))
        {
            if (news is SyncEnd end)
            {
                Take([end.Result]);
                host.Log($"Account {end.Result.AccountId}: {end.Result.Status}{(end.Result.Reason is { } reason ? $", {reason}" : "")}");
            }
            else if (news is RollOutNotice notice)
            {
                Tell([notice]);
            }
        }
    }

    private void Take(IEnumerable<AccountSyncResult> results)
    {
        foreach (var result in results)
        {
            _results[AccountId.Parse(result.AccountId)] = result;
        }
    }

    private void Tell(IEnumerable<RollOutNotice> notices)
    {
        foreach (var notice in notices)
        {
            host.Log(notice.Text);
        }
    }
}
