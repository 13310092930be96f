using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's control frameworks. For which swimlanes one is enabled is read only where the schema has it: that is inferred.</summary>
internal sealed class DigFrameworks(
    CardPager pager, DocumentLibrary documents, SchemaProbe probe, FrameworkUpdate update) : IControlFrameworks
{
    private const string All = "srn:";

    public IAsyncEnumerable<SonraiControlFramework> ListAsync(CancellationToken cancellationToken) => ReadAsync(All, cancellationToken);

    public async Task<FrameworkAnswer> SetEnabledAsync(
        SonraiControlFramework framework, SonraiSwimlane? swimlane, bool enabled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var problem = await update.SendAsync(framework, swimlane, enabled, cancellationToken).ConfigureAwait(false);

        // The SRN of a framework of Sonrai's is the beginning of that of the tenant's copy, so what contains it is compared.
        await foreach (var now in ReadAsync(framework.Srn, cancellationToken).ConfigureAwait(false))
        {
            if (now.Srn == framework.Srn)
            {
                return new FrameworkAnswer(now, problem);
            }
        }

        return new FrameworkAnswer(null, problem);
    }

    private async IAsyncEnumerable<SonraiControlFramework> ReadAsync(string srn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tellsSwimlanes = (await probe.FieldsIfToldAsync("ControlFramework", cancellationToken).ConfigureAwait(false))?.Contains("swimlanes") == true;
        var document = documents[tellsSwimlanes ? "ControlFrameworksWithSwimlanes" : "ControlFrameworks"];
        var found = pager.ReadAsync(document, new JsonObject { ["srn"] = srn }, WireJson.Default.CardWireFramework, 0, cancellationToken);
        await foreach (var wire in found.ConfigureAwait(false))
        {
            if (wire.Srn is { } own)
            {
                var swimlanes = tellsSwimlanes ? Known(wire.Swimlanes) : null;
                yield return new SonraiControlFramework
                {
                    Title = wire.Title ?? own,
                    Srn = own,
                    Description = wire.Description,
                    IsEnabled = wire.Enabled ?? false,
                    Policies = Titles(Known(wire.Contains)),
                    Swimlanes = swimlanes is null ? null : Titles(swimlanes),
                    SwimlaneSrns = swimlanes?.ConvertAll(one => one.Srn!),
                };
            }
        }
    }

    private static List<WireTitled> Known(Card<WireTitled>? card) =>
        [.. (card?.Items ?? []).OfType<WireTitled>().Where(one => one.Srn is not null)];

    private static List<string> Titles(List<WireTitled> items) => items.ConvertAll(one => one.Title ?? one.Srn!);
}
