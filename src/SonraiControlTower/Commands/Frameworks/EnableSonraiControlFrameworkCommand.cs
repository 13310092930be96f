using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Enables control frameworks, globally or for one swimlane.</summary>
[Cmdlet(VerbsLifecycle.Enable, "SonraiControlFramework", DefaultParameterSetName = TitleSet, SupportsShouldProcess = true)]
[OutputType(typeof(SonraiControlFramework))]
public sealed class EnableSonraiControlFrameworkCommand : FrameworkCmdlet
{
    private protected override bool Enables => true;
}
