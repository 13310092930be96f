using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists Dig's control frameworks and whether they are enabled.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiControlFramework")]
[OutputType(typeof(SonraiControlFramework))]
public sealed class GetSonraiControlFrameworkCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(FrameworkCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Title { get; set; }

    [Parameter]
    public SwitchParameter Enabled { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = TitlePattern.Matching(Title);
        bool? wanted = MyInvocation.BoundParameters.ContainsKey(nameof(Enabled)) ? Enabled : null;
        await foreach (var framework in Session.Dig.ControlFrameworks.ListAsync(cancellationToken))
        {
            if ((matches is null || matches(framework.Title)) && (wanted is null || wanted == framework.IsEnabled))
            {
                WriteObject(framework);
            }
        }
    }
}
