namespace SonraiControlTower;

/// <summary>
/// Does what events ask for, all of them in one run: each account once, however many events name it. Events may come twice, late and in any
/// order; what is done is decided from how things are, not from what they say.
/// </summary>
internal sealed class EventWork(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    private readonly Dictionary<string, IReadOnlyList<AccountId>> _units = [];
    private IReadOnlyDictionary<AccountId, AccountSyncResult> _results = new Dictionary<AccountId, AccountSyncResult>();

    /// <summary>Acts on the events, or tells why there is nothing to do.</summary>
    /// <exception cref="SonraiException">What keeps all of it from being done, such as a service that cannot be reached.</exception>
    public async Task<IReadOnlyDictionary<AccountId, AccountSyncResult>> RunAsync(IReadOnlyList<LifecycleEvent> events)
    {
        foreach (var one in events)
        {
            host.Log(one.Reason is null ? $"Event {one.Id}: {one}" : $"Event {one.Id}: {one}. {one.Reason}");
        }

        var left = events.Where(one => one.Kind == LifecycleEventKind.Left).SelectMany(one => one.AccountIds).ToHashSet();
        var changes = events.Where(one => IsChange(one.Kind)).ToList();
        if (changes.Count == 0 && left.Count == 0)
        {
            return _results;
        }

        using var session = await SetupSession.OpenAsync(settings, host, deadline.Token).ConfigureAwait(false);
        if (changes.Count > 0)
        {
            var run = new Reconciliation(settings, host, deadline, session);
            _results = run.Results;
            await ReconcileAsync(run, changes).ConfigureAwait(false);
        }

        if (left.Count > 0)
        {
            await new Departures(settings, host, session).TellAsync(left, deadline.Token).ConfigureAwait(false);
        }

        return _results;
    }

    /// <summary>The accounts of an event that are not in step after the run. A whole organization is the schedule's business, account for account.</summary>
    public IEnumerable<AccountId> NotDone(LifecycleEvent one) =>
        one.AccountIds.Concat(one.OrganizationalUnitIds.SelectMany(unit => _units.GetValueOrDefault(unit) ?? []))
            .Where(id => IsChange(one.Kind) && !Reconciliation.IsDone(_results.GetValueOrDefault(id)));

    private static bool IsChange(string kind) =>
        kind is LifecycleEventKind.AccountChanged or LifecycleEventKind.UnitChanged or LifecycleEventKind.EverythingChanged;

    private async Task ReconcileAsync(Reconciliation run, List<LifecycleEvent> changes)
    {
        var everything = changes.Exists(one => one.Kind == LifecycleEventKind.EverythingChanged);
        foreach (var unit in changes.SelectMany(one => one.OrganizationalUnitIds).Distinct())
        {
            everything |= !await ReadUnitAsync(unit).ConfigureAwait(false);
        }

        if (everything)
        {
            await run.EverythingAsync().ConfigureAwait(false);
        }
        else
        {
            await run.AccountsAsync(changes.SelectMany(one => one.AccountIds).Concat(_units.Values.SelectMany(ids => ids)).ToHashSet()).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the accounts of a unit; false where there is none of that id any more, so that nobody can say whom it concerned.</summary>
    private async Task<bool> ReadUnitAsync(string unit)
    {
        var organizations = await host.Aws.OpenOrganizationsAsync(host.Access, deadline.Token).ConfigureAwait(false);
        try
        {
            var scope = await RollOutScope.ReadAsync(organizations, [unit], [], deadline.Token).ConfigureAwait(false);
            _units[unit] = [.. scope.Accounts.Select(account => AccountId.Parse(account.AccountId))];
            return true;
        }
        catch (SonraiException gone) when (gone.Problem.Kind == ProblemKind.NotFound)
        {
            return false;
        }
    }
}
