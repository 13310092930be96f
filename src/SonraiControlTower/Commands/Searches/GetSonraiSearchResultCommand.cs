using System.Management.Automation;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Runs saved searches of Dig and gives what they find, one object for each thing.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiSearchResult")]
[OutputType(typeof(SonraiSearchResult))]
public sealed class GetSonraiSearchResultCommand : AsyncCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SearchCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name ?? [])
        {
            var (finds, problem) = await RunAsync(name, cancellationToken);
            if (problem is not null)
            {
                WriteProblem(problem, name);
            }

            foreach (var (card, items) in finds)
            {
                foreach (var item in items)
                {
                    WriteObject(new SonraiSearchResult(name, card).With(item));
                }
            }
        }
    }

    /// <summary>What a search found; one that cannot be run does not touch the others.</summary>
    private static async Task<(IReadOnlyList<SearchFinds> Finds, Problem? Problem)> RunAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await Session.Dig.Searches.RunAsync(name, cancellationToken), null);
        }
        catch (SonraiException exception) when (exception.Problem.Kind == ProblemKind.NotFound)
        {
            return ([], exception.Problem);
        }
    }
}
