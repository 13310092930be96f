using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's own audit log.</summary>
internal sealed class DigAuditLog(CardPager pager, DocumentLibrary documents) : IAuditLog
{
    public async IAsyncEnumerable<SonraiAuditEvent> ListAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["from"] = Filter.Iso(from), ["to"] = Filter.Iso(to) };
        var found = pager.ReadAsync(documents["SonraiAuditLogs"], variables, WireJson.Default.CardWireAuditEvent, 0, cancellationToken);
        await foreach (var wire in found.ConfigureAwait(false))
        {
            yield return new SonraiAuditEvent
            {
                CreatedAt = WireScalar.Instant(wire.CreatedDate),
                EventName = wire.EventName,
                ActionType = wire.ActionType,
                Message = wire.Message,
                Actor = wire.Actor?.Email ?? wire.Actor?.Name ?? wire.ActorSrn,
                ActorSrn = wire.ActorSrn,
                ResourceSrn = wire.ResourceSrn,
                Srn = wire.Srn,
            };
        }
    }
}
