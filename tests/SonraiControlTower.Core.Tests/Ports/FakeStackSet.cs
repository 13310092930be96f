namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>A stack set with its instances and operations.</summary>
internal sealed class FakeStackSet
{
    private readonly FakeAws _aws;
    private Dictionary<string, string> _values;

    public FakeStackSet(FakeAws aws, StackSetDefinition definition)
    {
        _aws = aws;
        _values = definition.Parameters.ToDictionary(one => one.Key, one => one.Value!);
        Set = new StackSet
        {
            Name = definition.StackSet.Name,
            Id = $"{definition.StackSet.Name}:1",
            Arn = $"arn:aws:cloudformation:eu-west-1:000000000001:stackset/{definition.StackSet.Name}:1",
            Status = StackSet.Active,
            PermissionModel = definition.PermissionModel,
            TemplateBody = definition.TemplateBody,
            Parameters = Shown(),
            Tags = definition.Tags ?? new Dictionary<string, string>(),
            AdministrationRoleArn = definition.AdministrationRoleArn,
            ExecutionRoleName = definition.ExecutionRoleName,
            AutoDeployment = definition.AutoDeployment,
            ManagedExecution = definition.ManagedExecution == true,
        };
    }

    public StackSet Set { get; private set; }

    public SortedDictionary<AccountId, StackInstance> Instances { get; } = [];

    public List<FakeOperation> Operations { get; } = [];

    /// <summary>Parameters as they are, the hidden one included.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public StackInstance Instance(AccountId account, string status, string detailed, string? reason = null, string? operationId = null) => new()
    {
        AccountId = account.ToString(),
        Region = "eu-west-1",
        Status = status,
        DetailedStatus = detailed,
        StatusReason = reason,
        LastOperationId = operationId,
        OrganizationalUnitId = _aws.Organizations.ParentOf(account),
        StackId = $"arn:aws:cloudformation:eu-west-1:{account}:stack/StackSet-{Set.Name}/1",
    };

    public StartedOperation Start(FakeCloudFormation all, OperationId id, string action, IReadOnlyList<AccountId> accounts, Action<AccountId> effect)
    {
        if (Operations.Exists(one => one.Operation.OperationId == id.ToString()))
        {
            return new(id.ToString(), AlreadyReceived: true);
        }

        if (!Set.ManagedExecution && Operations.Exists(one => !one.Operation.HasEnded))
        {
            throw new SonraiException(CloudFormationProblems.Busy(action, "OperationInProgressException"));
        }

        foreach (var account in accounts.Where(account => action == "CREATE" && !Instances.ContainsKey(account)))
        {
            Instances[account] = Instance(account, StackInstanceStatus.Outdated, StackInstanceDetailedStatus.Pending, operationId: id.ToString());
        }

        Operations.Add(new FakeOperation(id.ToString(), action, accounts, effect, all.Course));
        return new(id.ToString());
    }

    public StackSetOperation? Look(FakeCloudFormation all, string operationId)
    {
        var operation = Operations.Find(one => one.Operation.OperationId == operationId);
        operation?.Step(all, this);
        return operation?.Operation;
    }

    public void Bring(AccountId account)
    {
        MakeRole(account);
        Instances[account] = Instance(account, StackInstanceStatus.Current, StackInstanceDetailedStatus.Succeeded);
    }

    public void Take(AccountId account, bool retainStack)
    {
        Instances.Remove(account);
        if (!retainStack)
        {
            _aws.Roles.TryRemove((account, RoleName), out _);
        }
    }

    public void MakeRole(AccountId account) => _aws.Roles[(account, RoleName)] = new FakeRole(
        AccountId.Parse(_values[RoleTemplateParameters.CollectorAccount]),
        _values[RoleTemplateParameters.CollectorExternalId],
        _aws.Clock.GetUtcNow() + TimeSpan.FromSeconds(20),
        _values.GetValueOrDefault(RoleTemplateParameters.RolePath) ?? "/");

    /// <summary>Takes an update of the set itself. Whoever it does not name becomes OUTDATED, if the set is then another.</summary>
    public void Change(StackSetUpdate update)
    {
        var before = (Set.TemplateBody, string.Join(';', _values));
        _values = update.Definition.Parameters.ToDictionary(one => one.Key, one => one.Value ?? _values[one.Key]);
        Set = Set with { TemplateBody = update.Definition.TemplateBody ?? Set.TemplateBody, Parameters = Shown() };
        if (before == (Set.TemplateBody, string.Join(';', _values)) || update.Targets is null)
        {
            return;
        }

        foreach (var (account, instance) in Instances.Where(entry => !update.Targets.Accounts.Contains(entry.Key)).ToList())
        {
            Instances[account] = instance with { Status = StackInstanceStatus.Outdated };
        }
    }

    public void Targeted(DeploymentTargets targets) =>
        Set = Set with { OrganizationalUnitIds = [.. Set.OrganizationalUnitIds.Union(targets.OrganizationalUnitIds)] };

    private string RoleName => _values.GetValueOrDefault(RoleTemplateParameters.BotRoleName) ?? _values[RoleTemplateParameters.RoleName];

    /// <summary>The external id is NoEcho in this module's template, and is not in others.</summary>
    private Dictionary<string, string> Shown() => _values.ToDictionary(
        entry => entry.Key,
        entry => entry.Key == RoleTemplateParameters.CollectorExternalId && _values.ContainsKey(RoleTemplateParameters.RolePath) ? "****" : entry.Value);
}
