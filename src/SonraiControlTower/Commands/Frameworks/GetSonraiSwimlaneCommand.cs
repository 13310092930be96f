using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists Dig's swimlanes.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiSwimlane")]
[OutputType(typeof(SonraiSwimlane))]
public sealed class GetSonraiSwimlaneCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SwimlaneCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Title { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = NamePattern.Matching(Title);
        await foreach (var swimlane in Session.Dig.Swimlanes.ListAsync(cancellationToken))
        {
            if (matches is null || matches(swimlane.Title))
            {
                WriteObject(swimlane);
            }
        }
    }
}
