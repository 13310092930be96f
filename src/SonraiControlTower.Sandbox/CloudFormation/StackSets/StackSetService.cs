namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: CloudFormation's stack sets, and what they have in common with their operations and instances.</summary>
internal sealed class StackSetService
{
    private readonly LandingZone _zone;
    private readonly StackSetRegistry _sets;
    private readonly OperationQueue _queue;
    private readonly AutoDeployments _auto;
    private readonly HashSet<string> _stale = [];

    public StackSetService(LandingZone zone)
    {
        _zone = zone;
        _sets = new StackSetRegistry(zone);
        _queue = new OperationQueue(zone);
        _auto = new AutoDeployments(zone, _queue);
        Requests = new InstanceRequests(zone, this, _queue);
    }

    public InstanceRequests Requests { get; }

    public string Create(Caller caller, string region, StackSetDefinition definition, string token)
    {
        Demand(caller, region, "CreateStackSet", definition.StackSet);
        if (_sets.Find(caller, region, definition.StackSet) is { } there)
        {
            return there.CreationToken != token
                ? throw StackSetRefusals.NameExists(there.Name)
                : there.IsChanged ? throw StackSetRefusals.CreatedOtherwise(there.Name) : there.Id;
        }

        var isServiceManaged = definition.PermissionModel == PermissionModel.ServiceManaged;
        if (isServiceManaged)
        {
            DemandServiceManaged(caller, definition);
        }

        DemandPassing(caller, region, definition);
        var template = Template.Parse(definition.TemplateBody);
        var owner = _sets.Owner(caller, definition.StackSet);
        var uuid = StableId.Uuid(owner.ToString(), region, definition.StackSet.Name, token);
        var set = new StackSetState(definition.StackSet.Name, uuid, owner, region, _zone.Organization.Partition, definition)
        {
            Template = template,
            Parameters = ParameterValues.Settle(template, definition.Parameters, before: null),
            CreationToken = token,
        };
        _sets.Add(set, region);
        return set.Id;
    }

    public StartedOperation Update(Caller caller, string region, StackSetUpdate update)
    {
        var set = Open(caller, region, "UpdateStackSet", update.Definition.StackSet);
        var id = update.OperationId.ToString();
        if (set.Operations.ContainsKey(id))
        {
            return new StartedOperation(id, AlreadyReceived: true);
        }

        DemandQuiet(set);
        DemandPassing(caller, region, update.Definition);
        var change = StackSetChange.Of(set, update.Definition);
        var results = Requests.OfUpdate(set, update);
        _ = set.IsServiceManaged ? null : new ExecutionRoles(_zone).Administration(set);
        change.Apply(set);
        _queue.Add(set, new OperationState(id, OperationAction.Update, results, _zone.Agenda.Now)
        {
            Preferences = update.Preferences ?? new StackSetOperationPreferences(),
            ChangesSet = true,
        });
        return new StartedOperation(id);
    }

    public StackSet? Describe(Caller caller, string region, StackSetRef reference)
    {
        Demand(caller, region, "DescribeStackSet", reference);
        return _sets.Find(caller, region, reference)?.ToStackSet();
    }

    public void Delete(Caller caller, string region, StackSetRef reference)
    {
        Demand(caller, region, "DeleteStackSet", reference);
        if (_sets.Find(caller, region, reference) is { } set)
        {
            if (set.Unfinished is [var running, ..])
            {
                throw StackSetRefusals.Busy(set, running);
            }

            if (set.Instances.Count > 0)
            {
                throw StackSetRefusals.NotEmpty;
            }

            _sets.Remove(set, region);
        }
    }

    /// <summary>The set that a request is about, if the caller may ask so of it.</summary>
    public StackSetState Open(Caller caller, string region, string operation, StackSetRef reference)
    {
        Demand(caller, region, operation, reference);
        return _sets.Demand(caller, region, reference);
    }

    /// <exception cref="AwsFault">OperationInProgressException, StaleRequestException.</exception>
    public void DemandQuiet(StackSetState set)
    {
        OperationQueue.DemandRoom(set);
        if (_stale.Remove(set.Name))
        {
            throw StackSetRefusals.Stale;
        }
    }

    public void MakeStale(string name) => _stale.Add(name);

    public void Stop(Caller caller, string region, StackSetRef reference, string operationId)
    {
        var set = Open(caller, region, "StopStackSetOperation", reference);
        var operation = Operation(set, operationId);
        if (operation.Status is not (StackSetOperationStatus.Queued or StackSetOperationStatus.Running))
        {
            throw StackSetRefusals.Invalid($"Operation {operationId} is in state: {operation.Status} and cannot be stopped");
        }

        _queue.Stop(set, operation);
    }

    public static OperationState Operation(StackSetState set, string id) =>
        set.Operations.GetValueOrDefault(id) ?? throw StackSetRefusals.NoOperation(id, set);

    public void OnMove(AccountId account, string? from, string to)
    {
        foreach (var set in _sets.Of(_zone.Management).Where(set => set.IsServiceManaged).ToList())
        {
            _auto.OnMove(set, account, from, to);
        }
    }

    // Whoever gives CloudFormation a role must be allowed to.
    private void DemandPassing(Caller caller, string region, StackSetDefinition definition)
    {
        if (definition.AdministrationRoleArn is { } role)
        {
            _zone.Authorizer.Demand(caller, "iam:PassRole", role, ("iam:PassedToService", "cloudformation.amazonaws.com"));
        }

        if (definition.Tags is { Count: > 0 })
        {
            Demand(caller, region, "TagResource", definition.StackSet);
        }
    }

    private void DemandServiceManaged(Caller caller, StackSetDefinition definition)
    {
        if (!_zone.IsTrustedAccessEnabled)
        {
            throw StackSetRefusals.NotTrusted;
        }

        if (_sets.Owner(caller, definition.StackSet) != _zone.Management)
        {
            throw StackSetRefusals.NotDelegated;
        }

        if (definition.AutoDeployment is null)
        {
            throw AwsFault.Validation("AutoDeployment must be specified for StackSets with SERVICE_MANAGED permission model");
        }
    }

    private void Demand(Caller caller, string region, string operation, StackSetRef reference) => _zone.Authorizer.Demand(
        caller,
        $"cloudformation:{operation}",
        $"arn:{_zone.Organization.Partition}:cloudformation:{region}:{_sets.Owner(caller, reference)}:stackset/{_sets.Find(caller, region, reference)?.Id ?? $"{reference.Name}:*"}");
}
