namespace SonraiControlTower.TestKit;

/// <summary>The place of a ticket in the store: the place stays in every order while the ticket in it is replaced.</summary>
internal sealed class TicketSlot(ContractTicket ticket)
{
    public ContractTicket Now { get; set; } = ticket;
}
