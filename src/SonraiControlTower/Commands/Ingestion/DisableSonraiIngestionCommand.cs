using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Takes back what Enable-SonraiIngestion granted, and nothing else.</summary>
[Cmdlet(VerbsLifecycle.Disable, "SonraiIngestion", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiIngestion))]
public sealed class DisableSonraiIngestionCommand : IngestionCmdlet
{
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        var plan = await PlanAsync(access, cancellationToken);
        var grantor = await IngestionGrantor.OpenAsync(Session.Aws, access, plan, Session.AwsClock, cancellationToken);
        if (ShouldProcess(grantor.Target, $"No longer let the role {plan.RoleName} read the trail's files"))
        {
            await grantor.RevokeAsync(cancellationToken);
        }

        WriteObject(await LookAsync(access, plan, cancellationToken));
    }
}
