using System.Management.Automation;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Fetches AWS's Service Reference, by which the local engine goes from then on.</summary>
[Cmdlet(VerbsData.Update, "SonraiActionCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiActionCatalog))]
public sealed class UpdateSonraiActionCatalogCommand : AsyncCmdlet
{
    private const string ServiceReference = "AWS's Service Reference";

    [Parameter(Position = 0)]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var catalog = Session.Analysis.Catalog;
        if (!ShouldProcess(Endpoint?.ToString() ?? ServiceReference, "Fetch the catalogue of IAM's actions"))
        {
            return;
        }

        WriteObject(await ListenAsync<(int Read, int All), SonraiActionCatalog>(
            tell => catalog.UpdateAsync(Endpoint, (read, all) => tell((read, all)), cancellationToken), Show, cancellationToken));
    }

    private void Show((int Read, int All) news) => Progress.Report(
        $"Fetching {ServiceReference}", $"{news.Read} of {news.All} services", news.All == 0 ? null : news.Read * 100 / news.All);
}
