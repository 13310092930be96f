namespace SonraiControlTower;

/// <summary>What the Setup function is told of the role and its stack set.</summary>
internal sealed class SetupPlan(FunctionSettings settings)
{
    /// <summary>The collector's role, as it is to be in every account.</summary>
    public CollectorRole Role => new()
    {
        CollectorAccount = AccountId.Parse(settings.Text(FunctionSettings.CollectorAccount)),
        ExternalId = ExternalId.Parse(settings.Text(FunctionSettings.ExternalId)),
        Name = settings.Find(FunctionSettings.RoleName) ?? RegistrationPlan.DefaultRoleName,
        PolicyChoice = settings.Find(FunctionSettings.PolicyChoice) ?? CollectorPolicy.SecurityAuditViewOnly,
        PermissionsBoundaryArn = settings.Find(FunctionSettings.PermissionsBoundary),
    };

    /// <summary>The stack set.</summary>
    public StackSetRef StackSet => new(settings.Find(FunctionSettings.StackSetName) ?? RollOutPlan.DefaultStackSetName);

    /// <summary>How the role gets there.</summary>
    public RollOutPlan RollOut => new()
    {
        Role = Role.Deploy(),
        StackSet = StackSet,
        PermissionModel = settings.Find(FunctionSettings.PermissionModel) ?? PermissionModel.SelfManaged,
    };

    /// <summary>How it goes from there: it asks for no secret, so that what was made can be removed whatever became of the token.</summary>
    public RollOutPlan Removal => RollOutPlan.For(RoleTemplate.Collector, StackSet);
}
