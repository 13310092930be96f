using System.Management.Automation;
using System.Security;

namespace SonraiControlTower.Binding;

/// <summary>A command that gets the collector role into accounts: what the role is to be, and with whose rights it gets there.</summary>
public abstract class RoleCmdlet : WaveCmdlet
{
    [Parameter(Mandatory = true)]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter(Mandatory = true)]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string RoleName { get; set; } = RegistrationPlan.DefaultRoleName;

    [Parameter]
    [ValidatePattern(IamNames.Path)]
    public string RolePath { get; set; } = "/";

    [Parameter]
    [ValidateSet(CollectorPolicy.SecurityAuditViewOnly, CollectorPolicy.ReadOnlyAccess)]
    public string PolicyChoice { get; set; } = CollectorPolicy.SecurityAuditViewOnly;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? KmsKeyArn { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PermissionsBoundary { get; set; }

    [Parameter]
    [ValidateSet("SelfManaged", "ServiceManaged")]
    public string PermissionModel { get; set; } = "SelfManaged";

    [Parameter]
    [ValidatePattern(IamNames.RoleWithPath)]
    public string AdministrationRoleName { get; set; } = "AWSControlTowerStackSetRole";

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    private protected bool IsServiceManaged => PermissionModel == "ServiceManaged";

    private protected CollectorRole Role => new()
    {
        CollectorAccount = SonraiControlTower.AccountId.Parse(CollectorAccount),
        ExternalId = ExternalIdTransformationAttribute.Reveal(ExternalId!),
        Name = RoleName,
        Path = RolePath,
        PolicyChoice = PolicyChoice,
        KmsKeyArns = KmsKeyArn ?? [],
        PermissionsBoundaryArn = PermissionsBoundary,
    };

    private protected RollOutPlan Plan(RoleDeployment deployment, string suffix = "") => new()
    {
        Role = deployment,
        StackSet = Named(suffix),
        PermissionModel = IsServiceManaged ? SonraiControlTower.PermissionModel.ServiceManaged : SonraiControlTower.PermissionModel.SelfManaged,
        AdministrationRoleName = AdministrationRoleName,
        ExecutionRoleName = ExecutionRoleName,
        Preferences = Preferences,
    };
}
