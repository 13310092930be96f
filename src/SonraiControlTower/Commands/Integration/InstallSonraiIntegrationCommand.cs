using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Sets the integration up, or brings the one that is there to what is asked. -WhatIf tells what would be done.</summary>
[Cmdlet(VerbsLifecycle.Install, "SonraiIntegration", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiIntegration), typeof(IntegrationChange))]
public sealed class InstallSonraiIntegrationCommand : IntegrationChangeCmdlet, IBackgroundCommand
{
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override bool MustExist => false;
}
