using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Changes an integration that is there, and brings its functions up to this module's version. -WhatIf tells what would be done.</summary>
[Cmdlet(VerbsData.Update, "SonraiIntegration", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiIntegration), typeof(IntegrationChange))]
public sealed class UpdateSonraiIntegrationCommand : IntegrationChangeCmdlet, IBackgroundCommand
{
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override bool MustExist => true;
}
