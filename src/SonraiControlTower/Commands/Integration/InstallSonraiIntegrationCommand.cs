using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Sets the integration up, or brings the one that is there to what is asked. -WhatIf tells what would be done.</summary>
[Cmdlet(VerbsLifecycle.Install, "SonraiIntegration", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiIntegration), typeof(IntegrationChange))]
public sealed class InstallSonraiIntegrationCommand : IntegrationChangeCmdlet
{
    private protected override bool MustExist => false;
}
