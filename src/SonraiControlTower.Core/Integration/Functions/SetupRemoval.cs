namespace SonraiControlTower;

/// <summary>
/// Takes everything out of the accounts again that the integration brought: the instances, the stack set, then the registrations that were made
/// here. The stack set goes even where Dig cannot be asked any more.
/// </summary>
internal sealed class SetupRemoval(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    private const int Shown = 20;
    private readonly SetupPlan _plan = new(settings);
    private string _left = "the stack set and its instances, and the registrations";

    /// <exception cref="SonraiException"><c>SetupLeftovers</c>.</exception>
    public async Task RunAsync()
    {
        try
        {
            var (accounts, hadSet) = await RemoveRolesAsync().ConfigureAwait(false);
            _left = "the registrations with Sonrai Dig";
            await EndRegistrationsAsync(accounts, hadSet).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw new SonraiException(FunctionProblems.Leftovers($"the time was over, and {_left} may remain."));
        }
    }

    /// <summary>Removes the role, and gives the accounts that may be registered: those of the organization, and those that the set had besides.</summary>
    private async Task<(HashSet<AccountId> Accounts, bool HadSet)> RemoveRolesAsync()
    {
        var organizations = await host.Aws.OpenOrganizationsAsync(host.Access, deadline.Token).ConfigureAwait(false);
        var home = await StackSetHome.OpenAsync(host.Aws, host.Access, deadline.Token).ConfigureAwait(false);

        // The management account's role goes with the stack that made it, this one or another; its registration is ended with the others.
        var scope = await RollOutScope.ReadAsync(organizations, [], [home.Caller.Account], deadline.Token).ConfigureAwait(false);
        var accounts = scope.Accounts.Select(account => AccountId.Parse(account.AccountId)).Append(home.Caller.Account).ToHashSet();
        var remover = new RoleRemover(home, _plan.Removal, host.Clock);
        RollOutWork work;
        try
        {
            work = await remover.PrepareAsync(scope, everything: true, deadline.Token).ConfigureAwait(false);
        }
        catch (SonraiException notOurs) when (notOurs.Problem.Id == RollOutProblems.NotOursId)
        {
            host.Log(notOurs.Message);
            return (accounts, true);
        }

        accounts.UnionWith(work.Open.Select(account => AccountId.Parse(account.AccountId)));
        var failed = new List<string>();
        await foreach (var news in remover.RemoveAsync(work, work.Open, everything: true, deadline.Token).ConfigureAwait(false))
        {
            Tell(news);
            if (news is RollOutEnd { Result.Status: CollectorRoleStatus.Failed } end)
            {
                failed.Add($"{end.Result.AccountId} ({end.Result.Reason})");
            }
        }

        return failed.Count == 0
            ? (accounts, work.HasSet)
            : throw new SonraiException(FunctionProblems.Leftovers($"the role stays in {failed.Count} accounts: {Some(failed)}"));
    }

    private void Tell(RollOutNews news)
    {
        switch (news)
        {
            case RollOutNotice notice:
                host.Log(notice.Text);
                break;
            case RollOutEnd { Result: var end }:
                host.Log($"The role of account {end.AccountId}: {end.Status}{(end.Reason is { } reason ? $", {reason}" : "")}");
                break;
        }
    }

    /// <summary>Ends the registrations that were made here, of the organization's accounts only: a tenant may have those of other organizations.</summary>
    private async Task EndRegistrationsAsync(HashSet<AccountId> accounts, bool hadSet)
    {
        try
        {
            using var session = await SetupSession.OpenAsync(settings, host, deadline.Token).ConfigureAwait(false);
            await EndRegistrationsAsync(session.Dig, accounts).ConfigureAwait(false);
        }
        catch (SonraiException passing) when (hadSet && passing.Problem.Kind is ProblemKind.Throttled or ProblemKind.Unreachable)
        {
            throw new SonraiException(FunctionProblems.Leftovers($"the registrations with Sonrai Dig. {passing.Message}"));
        }
        catch (SonraiException gone) when (gone.Problem.Id != FunctionProblems.LeftoversId)
        {
            // A token that was refused, or a secret that is gone, comes back by no repetition; a stack that cannot be deleted helps nobody.
            host.Log($"Registrations were not ended, if there are any: {gone.Message} Unregister-SonraiAccount ends them.");
        }
    }

    private async Task EndRegistrationsAsync(IDig dig, HashSet<AccountId> accounts)
    {
        var unregistrar = new AccountUnregistrar(dig);
        var refused = new List<string>();
        foreach (var batch in accounts.Order().Chunk(AccountUnregistrar.BatchSize))
        {
            var (registered, _) = await unregistrar.FindAsync(batch, force: false, deadline.Token).ConfigureAwait(false);
            var ours = registered.Where(IsOfThisCollector).ToList();
            if (ours.Count > 0)
            {
                var problems = await unregistrar.UnregisterAsync(ours, deadline.Token).ConfigureAwait(false);
                refused.AddRange(problems.Select(problem => $"{problem.Key} ({problem.Value.Message})"));
                host.Log($"{ours.Count - problems.Count} registrations were ended.");
            }
        }

        if (refused.Count > 0)
        {
            throw new SonraiException(FunctionProblems.Leftovers($"{refused.Count} registrations stay: {Some(refused)}"));
        }
    }

    private bool IsOfThisCollector(SonraiAccount account) =>
        settings.Find(FunctionSettings.CollectorName) is not { } name
        || name.Equals(account.Collector, StringComparison.OrdinalIgnoreCase) || name.StartsWith("srn:", StringComparison.Ordinal);

    private static string Some(List<string> all) =>
        string.Join("; ", all.Take(Shown)) + (all.Count > Shown ? $"; and {all.Count - Shown} more" : "");
}
