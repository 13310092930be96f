using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists Dig's collector deployments for AWS.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiCollector")]
[OutputType(typeof(SonraiCollector))]
public sealed class GetSonraiCollectorCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(CollectorCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = NamePattern.Matching(Name);
        await foreach (var collector in Session.Dig.Collectors.ListAsync(cancellationToken))
        {
            if (matches is null || matches(collector.Name))
            {
                WriteObject(collector);
            }
        }
    }
}
