using System.Runtime.CompilerServices;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's swimlanes.</summary>
internal sealed class DigSwimlanes(CardPager pager, DocumentLibrary documents, string org) : ISwimlanes
{
    public SonraiSwimlane Global { get; } = SonraiSwimlane.GlobalOf(org);

    public async IAsyncEnumerable<SonraiSwimlane> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = pager.ReadAsync(documents["Swimlanes"], [], WireJson.Default.CardWireSwimlane, 0, cancellationToken);
        await foreach (var wire in found.ConfigureAwait(false))
        {
            if (wire.Srn is { } srn)
            {
                yield return new SonraiSwimlane
                {
                    Title = wire.Title ?? srn,
                    Srn = srn,
                    ResourceId = wire.ResourceId,
                    Description = wire.Description,
                    Accounts = Known(wire.Accounts),
                    ResourceIds = Known(wire.ResourceIds),
                    Names = Known(wire.Names),
                    Tags = Known(wire.Tags),
                    Environments = Known(wire.Environments),
                    DefaultImportance = wire.DefaultImportance,
                };
            }
        }
    }

    private static IReadOnlyList<string> Known(IReadOnlyList<string?>? texts) => [.. (texts ?? []).OfType<string>()];
}
