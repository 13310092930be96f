using System.Management.Automation;
using System.Security;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Binding;

/// <summary>A command that changes identities through the bot's role of their accounts: which role that is, and who may have it.</summary>
public abstract class RemediationCmdlet : AwsCmdlet
{
    private Remediator? _remediator;

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string BotRoleName { get; set; } = RemediationPlan.DefaultBotRoleName;

    [Parameter]
    [ValidatePattern(IamNames.Path)]
    public string RolePath { get; set; } = "/";

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    private protected Remediator Remediator => _remediator ??= new Remediator(
        new RemediationServices
        {
            Aws = Session.Aws,
            Access = SettledAccess,
            Dig = Session.Dig,
            Analysis = Session.Analysis,
            Journal = Session.Journal,
            Clock = TimeProvider.System,
            AwsClock = Session.AwsClock,
            Owner = Session.Id,
        },
        Plan);

    /// <summary>How it is to be done.</summary>
    private protected virtual RemediationPlan Plan => new()
    {
        CollectorAccount = CollectorAccount is null ? null : AccountId.Parse(CollectorAccount),
        ExternalId = ExternalId is null ? null : ExternalIdTransformationAttribute.Reveal(ExternalId),
        BotRoleName = BotRoleName,
        RolePath = RolePath,
        ExecutionRoleName = ExecutionRoleName,
        ThrottleLimit = ThrottleLimit,
    };

    /// <summary>Tells what came of one, and gives it on where that is asked.</summary>
    private protected void Report(RemediationEnd end, bool passes)
    {
        foreach (var remark in end.Remarks)
        {
            WriteProblem(remark, end.Remediation);
        }

        if (end.Problem is { } problem)
        {
            WriteProblem(problem, problem.Target ?? end.Remediation);
        }

        if (passes)
        {
            WriteObject(end.Remediation);
        }
    }

    /// <summary>Remediations by their ids; those that the journal has not are told.</summary>
    private protected IEnumerable<SonraiRemediation> Find(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (Session.Journal.Find(id) is { } found)
            {
                yield return found;
            }
            else
            {
                WriteProblem(RemediationProblems.NotFound(id), id);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _remediator?.Dispose();
        }

        base.Dispose(disposing);
    }
}
