using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Brings organization, roles and registrations into step: an account that lacks its role gets it, the role is proved, and only then is the
/// account registered. What exists is adopted; what left the organization is told of, and never ended or removed. The command, a Lambda function
/// and a schedule all run this; run again after any interruption, it does what is missing.
/// </summary>
public sealed class AccountSync
{
    private readonly IAws _aws;
    private readonly AwsAccess _access;
    private readonly SyncPlan _plan;
    private readonly TimeProvider _clock;
    private readonly AccountRegistrar _registrar;
    private RoleInstaller? _installer;

    /// <param name="aws">AWS.</param>
    /// <param name="dig">Dig.</param>
    /// <param name="access">How to reach the account that the stack set lives in, and the organization.</param>
    /// <param name="plan">What every account is to have.</param>
    /// <param name="clock">The clock.</param>
    public AccountSync(IAws aws, IDig dig, AwsAccess access, SyncPlan plan, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _aws = aws;
        _access = access;
        _plan = plan;
        _clock = clock;
        _registrar = new AccountRegistrar(dig, plan.Registration, clock);
    }

    /// <summary>Reads how the whole organization is and says what is to do, and what left it. It changes nothing.</summary>
    /// <param name="excluded">Accounts that are none of its business.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SyncDrift> ReadAsync(IReadOnlyCollection<AccountId> excluded, CancellationToken cancellationToken)
    {
        var organizations = await _aws.OpenOrganizationsAsync(_access, cancellationToken).ConfigureAwait(false);
        var scope = await RollOutScope.ReadAsync(organizations, [], excluded, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(scope, everything: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads how some accounts are and says what is to do. It changes nothing.</summary>
    /// <param name="scope">The accounts.</param>
    /// <param name="everything">True if they are the whole organization: then what is registered besides is told of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SyncDrift> ReadAsync(RollOutScope scope, bool everything, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var home = await StackSetHome.OpenAsync(_aws, _access, cancellationToken).ConfigureAwait(false);
        _installer = new RoleInstaller(home, _plan.RollOut, _clock);
        var work = await _installer.PrepareAsync(scope, cancellationToken).ConfigureAwait(false);
        var registered = await _registrar.RegisteredAsync(cancellationToken).ConfigureAwait(false);
        var lacking = await LackingAsync(work, cancellationToken).ConfigureAwait(false);

        var known = new List<AccountSyncResult>();
        var open = new List<AccountDrift>();
        foreach (var account in scope.Accounts)
        {
            var existing = registered.GetValueOrDefault(AccountId.Parse(account.AccountId));
            string[] needs =
            [
                .. lacking.Contains(account.AccountId) ? [AccountNeed.Role] : Array.Empty<string>(),
                .. existing is null ? [AccountNeed.Registration] : Array.Empty<string>(),
            ];
            var drift = new AccountDrift(account, needs, existing);
            if (account.IsActive && needs.Length > 0)
            {
                open.Add(drift);
            }
            else
            {
                known.Add(Known(drift, work.Instances.StackOf(AccountId.Parse(account.AccountId))));
            }
        }

        if (everything)
        {
            known.AddRange(Strangers(scope, registered, work.Instances));
        }

        return new SyncDrift(work) { Known = known, Open = open };
    }

    /// <summary>Does what was agreed to, and tells the end of each account.</summary>
    public async IAsyncEnumerable<RollOutNews> ApplyAsync(
        SyncDrift drift, IReadOnlyCollection<AccountDrift> agreed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drift);
        ArgumentNullException.ThrowIfNull(agreed);
        var byAccount = agreed.ToDictionary(one => one.Account.AccountId);
        var toInstall = agreed.Where(one => one.NeedsRole).Select(one => one.Account).ToList();
        if (toInstall.Count > 0 && _installer is not null)
        {
            await foreach (var news in _installer.InstallAsync(drift.Work, toInstall, overwrite: false, cancellationToken).ConfigureAwait(false))
            {
                if (news is not RollOutEnd end)
                {
                    yield return news;
                }
                else if (end.Result.Status is not (CollectorRoleStatus.Installed or CollectorRoleStatus.AlreadyInstalled or CollectorRoleStatus.Updated)
                    && byAccount.Remove(end.Result.AccountId, out var without))
                {
                    // INVARIANT: an account whose role did not get there goes no further; it is never registered.
                    yield return new SyncEnd(without.End(AccountSyncStatus.Failed, end.Result.Reason), end.Problem);
                }
            }
        }

        await foreach (var news in ProveAndRegisterAsync(byAccount, cancellationToken).ConfigureAwait(false))
        {
            yield return news;
        }
    }

    /// <summary>Those that get no role by this set and have none otherwise: a role that lets the collector in is adopted, whoever made it.</summary>
    private async Task<HashSet<string>> LackingAsync(RollOutWork work, CancellationToken cancellationToken)
    {
        var lacking = work.Open.Select(account => account.AccountId).ToHashSet();
        var proof = new AccountProof(_aws, _access, _plan.Proof, _clock);
        var strangers = work.Open.Where(account => work.Instances.Of(account) is null);
        await foreach (var account in proof.LetInAsync(strangers, cancellationToken).ConfigureAwait(false))
        {
            lacking.Remove(account.AccountId);
        }

        return lacking;
    }

    private async IAsyncEnumerable<RollOutNews> ProveAndRegisterAsync(
        Dictionary<string, AccountDrift> drifts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var proof = new AccountProof(_aws, _access, _plan.Proof, _clock);
        var batch = new List<AccountDrift>();
        var done = 0;
        await foreach (var test in proof.TestAsync(drifts.Values.Select(one => one.Account), cancellationToken).ConfigureAwait(false))
        {
            yield return new RollOutProgress("Proving roles", ++done, 0, drifts.Count);
            var drift = drifts[test.AccountId];
            if (!test.HasPassed)
            {
                yield return new SyncEnd(
                    drift.End(AccountSyncStatus.Failed, test.Reason) with { Blocker = test.Blocker, RoleArn = test.RoleArn }, ProofProblems.NotProved(test));
            }
            else if (!drift.NeedsRegistration)
            {
                yield return new SyncEnd(drift.End(AccountSyncStatus.Synced, null));
            }
            else
            {
                batch.Add(drift);
                if (batch.Count == AccountRegistrar.BatchSize)
                {
                    foreach (var end in await RegisterAsync(batch, cancellationToken).ConfigureAwait(false))
                    {
                        yield return end;
                    }

                    batch.Clear();
                }
            }
        }

        foreach (var end in await RegisterAsync(batch, cancellationToken).ConfigureAwait(false))
        {
            yield return end;
        }
    }

    private async Task<IReadOnlyList<SyncEnd>> RegisterAsync(List<AccountDrift> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return [];
        }

        var ends = await _registrar.RegisterAsync([.. batch.Select(drift => drift.Account)], cancellationToken).ConfigureAwait(false);
        return [.. batch.Zip(ends, (drift, end) => new SyncEnd(
            drift.End(end.Problem is null ? AccountSyncStatus.Synced : AccountSyncStatus.Failed, end.Result.Reason) with
            {
                Collector = end.Result.Collector,
                RoleArn = end.Result.RoleArn,
                Srn = end.Result.Srn,
            },
            end.Problem))];
    }

    private AccountSyncResult Known(AccountDrift drift, StackInstance? instance) => drift switch
    {
        { Account.IsActive: false, Existing: null } when instance is null =>
            drift.End(AccountSyncStatus.Skipped, $"The account is {drift.Account.Status}, not ACTIVE.") with { Needs = [] },
        { Account.IsActive: false } =>
            drift.End(AccountSyncStatus.Left, $"The account is {drift.Account.Status}; {Remains(drift.Existing, instance)}.") with { Needs = [] },
        _ => drift.End(
            AccountSyncStatus.InSync,
            drift.Existing?.Collector == _plan.Registration.Collector.Name ? null : $"It is registered with the collector '{drift.Existing?.Collector}', and was left there."),
    };

    private static IEnumerable<AccountSyncResult> Strangers(
        RollOutScope scope, IReadOnlyDictionary<AccountId, SonraiAccount> registered, RoleInstances instances)
    {
        var members = scope.Accounts.Select(account => AccountId.Parse(account.AccountId)).Concat(scope.Excluded).ToHashSet();
        return registered.Keys.Concat(instances.All.Where(instance => instance.StackId is not null).Select(instance => AccountId.Parse(instance.AccountId))).Distinct().Where(id => !members.Contains(id)).Order()
            .Select(id => new AccountSyncResult
            {
                AccountId = id.ToString(),
                Status = AccountSyncStatus.Left,
                Reason = $"The account is not in this organization: it left, or belongs to another; {Remains(registered.GetValueOrDefault(id), instances.StackOf(id))}.",
                Collector = registered.GetValueOrDefault(id)?.Collector,
                RoleArn = registered.GetValueOrDefault(id)?.RoleArn,
                Srn = registered.GetValueOrDefault(id)?.Srn,
            });
    }

    private static string Remains(SonraiAccount? registration, StackInstance? instance) => (registration, instance) switch
    {
        (not null, not null) => "its registration and its stack instance remain",
        (not null, null) => "its registration remains",
        _ => "its stack instance remains",
    };
}
