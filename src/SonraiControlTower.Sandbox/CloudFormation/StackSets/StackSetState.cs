namespace SonraiControlTower.Sandbox;

/// <summary>A stack set.</summary>
internal sealed class StackSetState(string name, string uuid, AccountId owner, string region, string partition, StackSetDefinition definition)
{
    public string Name => name;

    public string Id => $"{name}:{uuid}";

    public string Arn => $"arn:{partition}:cloudformation:{region}:{owner}:stackset/{name}:{uuid}";

    public AccountId Owner => owner;

    public bool IsServiceManaged => definition.PermissionModel == PermissionModel.ServiceManaged;

    public required Template Template { get; set; }

    public required IReadOnlyDictionary<string, string> Parameters { get; set; }

    public IReadOnlyDictionary<string, string> Tags { get; set; } = definition.Tags ?? new Dictionary<string, string>();

    public IReadOnlyList<string> Capabilities { get; set; } = definition.Capabilities;

    public string? Description { get; set; } = definition.Description;

    public string? AdministrationRoleArn { get; set; } = definition.AdministrationRoleArn;

    public string ExecutionRoleName { get; set; } = definition.ExecutionRoleName ?? "AWSCloudFormationStackSetExecutionRole";

    public AutoDeployment? AutoDeployment { get; set; } = definition.AutoDeployment;

    public bool ManagedExecution { get; set; } = definition.ManagedExecution ?? false;

    /// <summary>The token of the request that made it, and whether it was changed since.</summary>
    public required string CreationToken { get; init; }

    public bool IsChanged { get; set; }

    /// <summary>The units that a service-managed set is deployed to, each with the regions.</summary>
    public SortedDictionary<string, SortedSet<string>> Units { get; } = new(StringComparer.Ordinal);

    public Dictionary<InstanceKey, InstanceState> Instances { get; } = [];

    /// <summary>All operations, the oldest first.</summary>
    public OrderedDictionary<string, OperationState> Operations { get; } = [];

    /// <summary>Those that have not ended, in the order in which they were asked for.</summary>
    public List<OperationState> Unfinished { get; } = [];

    /// <summary>The instance in a place; made if there is none.</summary>
    public InstanceState Instance(ResultState place)
    {
        if (!Instances.TryGetValue(place.Key, out var instance))
        {
            Instances.Add(place.Key, instance = new InstanceState(place.Key));
        }

        instance.Unit ??= place.Unit;
        instance.Overrides = place.Overrides ?? instance.Overrides;
        return instance;
    }

    public StackSet ToStackSet() => new()
    {
        Name = name,
        Id = Id,
        Arn = Arn,
        Status = "ACTIVE",
        PermissionModel = definition.PermissionModel,
        Description = Description,
        TemplateBody = Template.Body,
        Parameters = ParameterValues.Shown(Template, Parameters),
        Tags = Tags,
        Capabilities = Capabilities,
        AdministrationRoleArn = AdministrationRoleArn,
        ExecutionRoleName = IsServiceManaged ? null : ExecutionRoleName,
        AutoDeployment = AutoDeployment,
        ManagedExecution = ManagedExecution,
        OrganizationalUnitIds = [.. Units.Keys],
        Regions = [.. Instances.Keys.Select(key => key.Region).Distinct().Order(StringComparer.Ordinal)],
    };
}
