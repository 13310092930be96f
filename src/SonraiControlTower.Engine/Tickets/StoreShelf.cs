using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>Keeps tickets in the engine's store.</summary>
internal sealed class StoreShelf(Func<Store> store) : ITicketShelf
{
    private const string Kind = "ticket";

    public IReadOnlyList<TicketState> Read() =>
        [.. store().ReadAll(Kind).Select(document => JsonSerializer.Deserialize(document.Json, TicketStateJson.Default.TicketState)!)];

    public void Write(IReadOnlyCollection<TicketState> states) => store().Change(change =>
    {
        foreach (var state in states)
        {
            change.Write(Kind, state.Ticket.Srn, JsonSerializer.Serialize(state, TicketStateJson.Default.TicketState));
        }
    });
}
