namespace SonraiControlTower;

/// <summary>Dig's tickets, or the findings that follow them in newer tenants.</summary>
public interface ITickets
{
    /// <summary>The tickets that pass, newest first. They come page by page, and none is lost or comes twice where tickets change meanwhile.</summary>
    IAsyncEnumerable<SonraiTicket> ListAsync(TicketQuery query, CancellationToken cancellationToken);

    /// <summary>Of up to fifty SRNs, the tickets that there are, as they are now.</summary>
    Task<IReadOnlyList<SonraiTicket>> FindAsync(IReadOnlyCollection<string> srns, CancellationToken cancellationToken);

    /// <summary>Up to fifty tickets with <see cref="SonraiTicket.Evidence"/> and <see cref="SonraiTicket.Comments"/>, in the same order.</summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c> where the tenant does not give the evidence.</exception>
    Task<IReadOnlyList<SonraiTicket>> WithDetailAsync(IReadOnlyList<SonraiTicket> tickets, CancellationToken cancellationToken);

    /// <summary>Changes up to fifty tickets in one request, which is sent once.</summary>
    /// <exception cref="SonraiException">Only where nothing can have been changed: the token is not accepted, or Dig cannot be reached.</exception>
    Task<TicketAnswer> WriteAsync(TicketWrite write, CancellationToken cancellationToken);
}
