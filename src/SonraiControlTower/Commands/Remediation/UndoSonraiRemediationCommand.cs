using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Takes remediations back: documents, attachments and default versions are as they were, or the later change that prevents it is told.</summary>
[Cmdlet(VerbsCommon.Undo, "SonraiRemediation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SonraiRemediation))]
public sealed class UndoSonraiRemediationCommand : RemediationsCmdlet
{
    private int _undone;

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string ActionFor(SonraiRemediation remediation) =>
        remediation.Status == RemediationStatus.Staged ? "Withdraw" : "Put policies, attachments and default versions back as they were";

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await foreach (var end in Remediator.UndoAsync(Taken, cancellationToken))
        {
            Progress.Report("Undoing remediations", $"{++_undone} of {Taken.Count}, last {end.Remediation}");
            Report(end, PassThru);
        }
    }
}
