namespace SonraiControlTower;

/// <summary>What a stack set is to be.</summary>
public sealed record StackSetDefinition
{
    /// <summary>Which set, by name, and as whom.</summary>
    public required StackSetRef StackSet { get; init; }

    /// <summary>The template as text, 51,200 bytes at most; null keeps, on an update, the template that the set has.</summary>
    public string? TemplateBody { get; init; }

    /// <summary>The parameters. On an update, one that is left out goes back to the template's default.</summary>
    public IReadOnlyList<TemplateParameter> Parameters { get; init; } = [];

    /// <summary>The tags by name; null keeps, on an update, those that the set has.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>What the template may do: CAPABILITY_NAMED_IAM for roles with names.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What it is for, in words, 1,024 bytes at most; null keeps what is there.</summary>
    public string? Description { get; init; }

    /// <summary>A word of <see cref="SonraiControlTower.PermissionModel"/>.</summary>
    public string PermissionModel { get; init; } = SonraiControlTower.PermissionModel.SelfManaged;

    /// <summary>The role of a self-managed set in this account; null for AWS's own default.</summary>
    public string? AdministrationRoleArn { get; init; }

    /// <summary>The role of a self-managed set in the members; null for AWS's own default.</summary>
    public string? ExecutionRoleName { get; init; }

    /// <summary>For a service-managed set: whether new accounts get the stack by themselves. Null keeps what is there.</summary>
    public AutoDeployment? AutoDeployment { get; init; }

    /// <summary>Whether operations may run at once. It cannot be changed while one runs. Null keeps what is there.</summary>
    public bool? ManagedExecution { get; init; }
}

/// <summary>A change of a stack set, and of the instances that are targeted (all, if none are named).</summary>
public sealed record StackSetUpdate
{
    /// <summary>What the set is to be.</summary>
    public required StackSetDefinition Definition { get; init; }

    /// <summary>The id of the operation.</summary>
    public required OperationId OperationId { get; init; }

    /// <summary>How fast, and how much may fail; null for AWS's defaults: one account at a time, no failure.</summary>
    public StackSetOperationPreferences? Preferences { get; init; }

    /// <summary>The instances to update at once, a wave of them; null for all. The others become OUTDATED.</summary>
    public DeploymentTargets? Targets { get; init; }

    /// <summary>The regions of <see cref="Targets"/>.</summary>
    public IReadOnlyList<string> Regions
    {
        get;
        init => field = [.. value.Select(AwsNames.Region)];
    } = [];
}
