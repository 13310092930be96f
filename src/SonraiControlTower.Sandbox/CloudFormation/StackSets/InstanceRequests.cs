namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: the requests that make, update and remove instances of stack sets.</summary>
internal sealed class InstanceRequests(LandingZone zone, StackSetService service, OperationQueue queue)
{
    private readonly TargetResolver _targets = new(zone);
    private readonly ExecutionRoles _roles = new(zone);

    public StartedOperation Create(Caller caller, string region, StackInstancesRequest request)
    {
        var set = service.Open(caller, region, "CreateStackInstances", request.StackSet);
        return Begin(set, OperationAction.Create, request, retain: false, () =>
        {
            var results = Places(set, request.Targets, request.Regions, mayNameAccounts: false, request.ParameterOverrides);
            results.ForEach(result => set.Instance(result));
            foreach (var unit in request.Targets.OrganizationalUnitIds)
            {
                set.Units.TryAdd(unit, new(StringComparer.Ordinal));
                set.Units[unit].UnionWith(request.Regions);
            }

            return results;
        });
    }

    public StartedOperation Update(Caller caller, string region, StackInstancesRequest request)
    {
        var set = service.Open(caller, region, "UpdateStackInstances", request.StackSet);
        return Begin(set, OperationAction.Update, request, retain: false, () => Existing(
            set, Places(set, request.Targets, request.Regions, mayNameAccounts: true, request.ParameterOverrides), request.Targets));
    }

    public StartedOperation Delete(Caller caller, string region, StackInstancesRequest request, bool retainStacks)
    {
        var set = service.Open(caller, region, "DeleteStackInstances", request.StackSet);
        return Begin(set, OperationAction.Delete, request, retainStacks, () =>
        {
            // What is not there is removed already, and is no result.
            var results = Places(set, request.Targets, request.Regions, mayNameAccounts: false)
                .Concat(Strayed(set, request))
                .Where(result => set.Instances.ContainsKey(result.Key))
                .DistinctBy(result => result.Key)
                .ToList();
            if (request.Targets.AccountFilter == AccountFilter.None)
            {
                Leave(set, request.Targets.OrganizationalUnitIds, request.Regions);
            }

            return results;
        });
    }

    /// <summary>The instances that an update of the set brings up to date: the targeted ones, or all that can be worked on.</summary>
    public IReadOnlyList<ResultState> OfUpdate(StackSetState set, StackSetUpdate update) => update.Targets is { } targets
        ? Existing(set, Places(set, targets, update.Regions, mayNameAccounts: true), targets)
        : [.. set.Instances.Values.Where(IsOperable).Select(one => new ResultState(one.Key, one.Unit))];

    private StartedOperation Begin(
        StackSetState set, OperationAction action, StackInstancesRequest request, bool retain, Func<IReadOnlyList<ResultState>> results)
    {
        var id = request.OperationId.ToString();
        if (set.Operations.ContainsKey(id))
        {
            return new StartedOperation(id, AlreadyReceived: true);
        }

        service.DemandQuiet(set);
        if (!set.IsServiceManaged)
        {
            _roles.Administration(set);
        }
        else if (!zone.IsTrustedAccessEnabled)
        {
            throw StackSetRefusals.NotTrusted;
        }

        queue.Add(set, new OperationState(id, action, results(), zone.Agenda.Now)
        {
            Preferences = request.Preferences ?? new StackSetOperationPreferences(),
            RetainStacks = retain,
        });
        return new StartedOperation(id);
    }

    private static void Leave(StackSetState set, IEnumerable<string> units, IReadOnlyList<string> regions)
    {
        foreach (var unit in units)
        {
            if (set.Units.TryGetValue(unit, out var left))
            {
                left.ExceptWith(regions);
                _ = left.Count == 0 && set.Units.Remove(unit);
            }
        }
    }

    private List<ResultState> Places(
        StackSetState set,
        DeploymentTargets targets,
        IReadOnlyList<string> regions,
        bool mayNameAccounts,
        IReadOnlyList<TemplateParameter>? overrides = null) =>
        [.. from target in _targets.Resolve(set, targets, mayNameAccounts)
            from region in regions.Distinct()
            select new ResultState(new InstanceKey(target.Account, region), target.Unit) { Overrides = overrides }];

    // An account named one by one must have an instance; of a unit only those that have one are meant.
    private static List<ResultState> Existing(StackSetState set, List<ResultState> results, DeploymentTargets targets)
    {
        var missing = results.Find(result => !set.Instances.ContainsKey(result.Key));
        return missing is not null && targets.OrganizationalUnitIds.Count == 0
            ? throw StackSetRefusals.NoInstance(missing.Key, set)
            : results.FindAll(result => set.Instances.TryGetValue(result.Key, out var instance) && IsOperable(instance));
    }

    // An account that has left the unit since is still removed with it.
    private static IEnumerable<ResultState> Strayed(StackSetState set, StackInstancesRequest request) =>
        request.Targets.AccountFilter == AccountFilter.None
            ? set.Instances.Values
                .Where(one => one.Unit is { } unit && request.Targets.OrganizationalUnitIds.Contains(unit) && request.Regions.Contains(one.Key.Region))
                .Select(one => new ResultState(one.Key, one.Unit))
            : [];

    private static bool IsOperable(InstanceState instance) => instance.Status != StackInstanceStatus.Inoperable;
}
