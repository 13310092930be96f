using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists Dig's saved searches.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiSearch")]
[OutputType(typeof(SonraiSearch))]
public sealed class GetSonraiSearchCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SearchCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = NamePattern.Matching(Name);
        await foreach (var search in Session.Dig.Searches.ListAsync(cancellationToken))
        {
            if (matches is null || matches(search.Name))
            {
                WriteObject(search);
            }
        }
    }
}
