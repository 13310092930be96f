using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Takes the integration away: the role out of the accounts, the stack set, the registrations made here, the stack with its secret.</summary>
[Cmdlet(VerbsLifecycle.Uninstall, "SonraiIntegration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IntegrationRemoval))]
public sealed class UninstallSonraiIntegrationCommand : IntegrationCmdlet, IBackgroundCommand
{
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        var integration = await ReadAsync(cancellationToken);
        if (!ShouldProcess($"{integration}", "Take the role out of every account, end the registrations made here, and delete the integration stack"))
        {
            return;
        }

        var remover = new IntegrationRemover(Session.Aws, Session.Dig, access, integration, Session.AwsClock);
        await foreach (var news in remover.RemoveAsync(cancellationToken))
        {
            if (news is RollOutProgress progress)
            {
                Progress.Report(
                    progress.Activity,
                    progress.Total == 0 ? "a moment" : $"{progress.Done} of {progress.Total} accounts done, {progress.Failed} failed",
                    progress.Total == 0 ? null : (progress.Done + progress.Failed) * 100 / progress.Total);
            }
            else if (news is RollOutEnd end)
            {
                WriteVerbose($"{end.Result}");
            }
        }

        WriteObject(remover.Result);
    }
}
