using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Disables control frameworks, globally or for one swimlane.</summary>
[Cmdlet(VerbsLifecycle.Disable, "SonraiControlFramework", DefaultParameterSetName = TitleSet, SupportsShouldProcess = true)]
[OutputType(typeof(SonraiControlFramework))]
public sealed class DisableSonraiControlFrameworkCommand : FrameworkCmdlet
{
    private protected override bool Enables => false;
}
