namespace SonraiControlTower;

/// <summary>How a role gets into the accounts: by which stack set, with whose rights, and how fast.</summary>
public sealed record RollOutPlan
{
    /// <summary>The name that Sonrai's own integration gives its stack set.</summary>
    public const string DefaultStackSetName = "SonraiDigAccess";

    /// <summary>The tag that tells what this module made; a stack set hands it on to its stacks.</summary>
    public const string MarkKey = "CreatedBy";

    private const string ControlTowerAdministrationRole = "AWSControlTowerStackSetRole";

    /// <summary>The role.</summary>
    public required RoleDeployment Role { get; init; }

    /// <summary>The stack set, and as whom it is asked for.</summary>
    public StackSetRef StackSet { get; init; } = new(DefaultStackSetName);

    /// <summary>A word of <see cref="SonraiControlTower.PermissionModel"/>.</summary>
    public string PermissionModel { get; init; } = SonraiControlTower.PermissionModel.SelfManaged;

    /// <summary>For a self-managed set: the role that StackSets works with here, by name or by path and name. Default: Control Tower's.</summary>
    public string AdministrationRoleName { get; init; } = ControlTowerAdministrationRole;

    /// <summary>For a self-managed set: the role that StackSets assumes in the members. Default: Control Tower's.</summary>
    public string ExecutionRoleName { get; init; } = "AWSControlTowerExecution";

    /// <summary>How many at a time, and how many may fail.</summary>
    public StackSetOperationPreferences Preferences { get; init; } = Soft(Share.Percentage(50), Share.Percentage(100));

    /// <summary>True overwrites a set that is otherwise than this plan has it.</summary>
    public bool Force { get; init; }

    /// <summary>False begins and does not wait for the end.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>The stack of the management account, which no stack set of Control Tower's roles reaches.</summary>
    public string ManagementStackName => $"{StackSet.Name}-Management";

    internal bool IsServiceManaged => PermissionModel == SonraiControlTower.PermissionModel.ServiceManaged;

    internal static IReadOnlyDictionary<string, string> Mark { get; } =
        new Dictionary<string, string> { [MarkKey] = RegistrationRequest.RegisteredBy };

    /// <summary>The plan of a set that is there already, and tells itself what it brings.</summary>
    public static RollOutPlan For(RoleTemplate template, StackSetRef stackSet) => new()
    {
        Role = new RoleDeployment(template, template == RoleTemplate.Bot ? "sonrai-bot-role" : RegistrationPlan.DefaultRoleName, "/", "", []),
        StackSet = stackSet,
    };

    /// <summary>The same plan for a set as it is: of its permission model, and with the role that it brings.</summary>
    internal RollOutPlan As(StackSet? set) => set is null ? this : this with
    {
        PermissionModel = set.PermissionModel,
        Role = Role with
        {
            RoleName = set.Parameters.GetValueOrDefault(Role.Template.RoleNameParameter) is { Length: > 0 } name ? name : Role.RoleName,
            RolePath = set.Parameters.GetValueOrDefault(RoleTemplateParameters.RolePath) is { Length: > 0 } path ? path : Role.RolePath,
        },
    };

    /// <summary>Soft failure tolerance: failures are counted, and slow nothing down.</summary>
    public static StackSetOperationPreferences Soft(Share failureTolerance, Share maxConcurrent) => new()
    {
        FailureTolerance = failureTolerance,
        MaxConcurrent = maxConcurrent,
        ConcurrencyMode = SonraiControlTower.ConcurrencyMode.SoftFailureTolerance,
        RegionConcurrency = SonraiControlTower.RegionConcurrency.Parallel,
    };

    /// <summary>True for what this module made.</summary>
    internal static bool IsOurs(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue(MarkKey, out var maker) && maker == RegistrationRequest.RegisteredBy;

    /// <summary>The stack set as it is to be.</summary>
    /// <param name="home">Where it lives.</param>
    /// <param name="autoDeploy">For a service-managed set: whether accounts that come to its units get the role by themselves.</param>
    internal StackSetDefinition Define(StackSetHome home, bool autoDeploy) => new()
    {
        StackSet = StackSet,
        TemplateBody = Role.Template.Body,
        Parameters = Role.Parameters,
        Capabilities = Role.Template.Capabilities,
        Description = Role.Description,
        PermissionModel = PermissionModel,
        AdministrationRoleArn = IsServiceManaged ? null : AdministrationRoleArn(home),
        ExecutionRoleName = IsServiceManaged ? null : ExecutionRoleName,
        AutoDeployment = IsServiceManaged ? new AutoDeployment(autoDeploy, RetainStacksOnAccountRemoval: false) : null,
        ManagedExecution = IsServiceManaged ? true : null,
        Tags = Mark,
    };

    /// <summary>Control Tower's own role stands under <c>/service-role/</c>; any other where its name says.</summary>
    private string AdministrationRoleArn(StackSetHome home) =>
        $"arn:{home.Partition}:iam::{home.Caller.Account}:role/" +
        (AdministrationRoleName == ControlTowerAdministrationRole ? $"service-role/{AdministrationRoleName}" : AdministrationRoleName.TrimStart('/'));
}
