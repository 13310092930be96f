using System.Management.Automation;
using System.Security;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>
/// Proves that the collector's role is given to the collector with its external id, and to nobody without it, and that it reads; or names what
/// stands in the way. It changes nothing.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "SonraiAccount", DefaultParameterSetName = AllSet)]
[OutputType(typeof(AccountTestResult))]
public sealed class TestSonraiAccountCommand : AccountsCmdlet, IBackgroundCommand
{
    [Parameter(Mandatory = true)]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string RoleName { get; set; } = RegistrationPlan.DefaultRoleName;

    [Parameter]
    [ValidatePattern(IamNames.Path)]
    public string RolePath { get; set; } = "/";

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    [Parameter]
    [ValidateRange(0, 600)]
    public int PropagationTimeoutSec { get; set; } = 60;

    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 16;

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var plan = new ProofPlan
        {
            ExternalId = ExternalIdTransformationAttribute.Reveal(ExternalId!),
            CollectorAccount = CollectorAccount is null ? null : SonraiControlTower.AccountId.Parse(CollectorAccount),
            RoleName = RoleName,
            RolePath = RolePath,
            ExecutionRoleName = ExecutionRoleName,
            Patience = TimeSpan.FromSeconds(PropagationTimeoutSec),
            ThrottleLimit = ThrottleLimit,
        };
        if (await ScopeAsync(located: false, cancellationToken) is not { } scope)
        {
            return;
        }

        var tested = 0;
        await foreach (var result in new AccountProof(Session.Aws, Access, plan, Session.AwsClock).TestAsync(scope.Accounts, cancellationToken))
        {
            Progress.Report("Testing accounts", $"{++tested} of {scope.Accounts.Count}, last {result}", tested * 100 / scope.Accounts.Count);
            WriteObject(result);
        }
    }
}
