using System.Management.Automation;
using System.Security;

namespace SonraiControlTower.Binding;

/// <summary>
/// A command about the reading of the organization's trail. What is not said is taken from the integration stack, if there is one, and found out.
/// </summary>
public abstract class IngestionCmdlet : IntegrationCmdlet
{
    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? LogArchiveAccount { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string? RoleName { get; set; }

    [Parameter]
    [ValidatePattern("^[a-zA-Z][-a-zA-Z0-9]{0,109}$")]
    public string? StackSetName { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    private protected async Task<IngestionPlan> PlanAsync(AwsAccess access, CancellationToken cancellationToken)
    {
        var integration = await IntegrationReader.FindAsync(Session.Aws, access, StackName, cancellationToken);
        var plan = integration is null ? new IngestionPlan() : IngestionPlan.Of(integration);
        return plan with
        {
            RoleName = RoleName ?? plan.RoleName,
            LogArchiveAccount = LogArchiveAccount is null ? plan.LogArchiveAccount : AccountId.Parse(LogArchiveAccount),
            CollectorAccount = CollectorAccount is null ? plan.CollectorAccount : AccountId.Parse(CollectorAccount),
            ExternalId = ExternalId is null ? null : ExternalIdTransformationAttribute.Reveal(ExternalId),
            StackSet = StackSetName is null ? plan.StackSet : new StackSetRef(StackSetName),
            ExecutionRoleName = ExecutionRoleName,
        };
    }

    private protected static async Task<SonraiIngestion> LookAsync(AwsAccess access, IngestionPlan plan, CancellationToken cancellationToken) =>
        await (await IngestionReader.OpenAsync(Session.Aws, access, plan, cancellationToken)).ReadAsync(cancellationToken);
}
