using System.Runtime.CompilerServices;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's remediation bots. That a tenant lists them over GraphQL is inferred.</summary>
internal sealed class DigBots(CardPager pager, DocumentLibrary documents, SchemaProbe probe) : IBots
{
    private const string Instead =
        "See the bots in the Sonrai portal: open a ticket, press Remediations, and take \"Choose Bot manually\".";

    public async IAsyncEnumerable<SonraiBot> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = documents["Bots"];
        await probe.DemandAsync(document, Instead, cancellationToken).ConfigureAwait(false);
        await foreach (var wire in pager.ReadAsync(document, [], WireJson.Default.CardWireBot, 0, cancellationToken).ConfigureAwait(false))
        {
            if (wire.ToBot() is { } bot)
            {
                yield return bot;
            }
        }
    }
}
