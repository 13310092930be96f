using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Tells what the integration was set up with, and what it is made of.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiIntegration")]
[OutputType(typeof(SonraiIntegration))]
public sealed class GetSonraiIntegrationCommand : IntegrationCmdlet
{
    protected override async Task ProcessAsync(CancellationToken cancellationToken) => WriteObject(await ReadAsync(cancellationToken));
}
