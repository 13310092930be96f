using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Tells whether the collector can read the organization's trail, and what of it was granted.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiIngestion")]
[OutputType(typeof(SonraiIngestion))]
public sealed class GetSonraiIngestionCommand : IngestionCmdlet
{
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        WriteObject(await LookAsync(access, await PlanAsync(access, cancellationToken), cancellationToken));
    }
}
