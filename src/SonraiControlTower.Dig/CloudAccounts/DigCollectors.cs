using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's collector deployments.</summary>
internal sealed class DigCollectors(CardPager pager, DocumentLibrary documents) : ICollectors
{
    // Public clients filter by cloudType but never select it, so each kind is asked for by itself.
    private static readonly string[] _cloudTypes = ["aws", "sonraiSaaS"];

    public async IAsyncEnumerable<SonraiCollector> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var cloudType in _cloudTypes)
        {
            var variables = new JsonObject { ["cloudTypes"] = new JsonArray(cloudType) };
            var found = pager.ReadAsync(documents["PlatformAccounts"], variables, WireJson.Default.CardWireCollector, 0, cancellationToken);
            await foreach (var collector in found.ConfigureAwait(false))
            {
                if (collector.Srn is { } srn)
                {
                    yield return new SonraiCollector(collector.Name ?? srn, srn, cloudType);
                }
            }
        }
    }
}
