using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>Reads tickets as people want to see them: those of a collector's own role explained, and with their details where asked.</summary>
public sealed class TicketReader(IDig dig, bool detailed)
{
    private const string Role = "Role";

    private const string Explanation =
        "This is the role that a Sonrai collector reads the account through. Its policy reads every resource, so that services and features that "
        + "AWS adds are seen without changing the role each time. Accept the risk (Approve-SonraiRisk): that closes the ticket for good and changes nothing else.";

    private readonly CollectorRoles _collectorRoles = new(dig);

    /// <summary>Why a collector's role was recognized by its usual name only; null where all is well.</summary>
    public Problem? Problem => _collectorRoles.Problem;

    /// <summary>The tickets that pass, as they come.</summary>
    public IAsyncEnumerable<SonraiTicket> ListAsync(TicketQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = dig.Tickets.ListAsync(query, cancellationToken);
        return CompleteAsync(query.First is { } first ? found.Take(first) : found, cancellationToken);
    }

    /// <summary>The tickets of these SRNs, in that order, and the SRNs of which there is none.</summary>
    public async Task<(IReadOnlyList<SonraiTicket> Tickets, IReadOnlyList<string> Missing)> FindAsync(
        IReadOnlyCollection<string> srns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(srns);
        var found = new Dictionary<string, SonraiTicket>();
        foreach (var chunk in srns.Distinct().Chunk(TicketChanger.BatchSize))
        {
            foreach (var ticket in await dig.Tickets.FindAsync(chunk, cancellationToken).ConfigureAwait(false))
            {
                found[ticket.Srn] = ticket;
            }
        }

        var known = srns.Distinct().Where(found.ContainsKey).Select(srn => found[srn]).ToAsyncEnumerable();
        var tickets = await CompleteAsync(known, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return (tickets, [.. srns.Distinct().Where(srn => !found.ContainsKey(srn))]);
    }

    private async IAsyncEnumerable<SonraiTicket> CompleteAsync(
        IAsyncEnumerable<SonraiTicket> tickets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in InBatches(tickets, cancellationToken).ConfigureAwait(false))
        {
            foreach (var ticket in detailed ? await dig.Tickets.WithDetailAsync(batch, cancellationToken).ConfigureAwait(false) : batch)
            {
                yield return await IsExpectedAsync(ticket, cancellationToken).ConfigureAwait(false) ? ticket with { Explanation = Explanation } : ticket;
            }
        }
    }

    /// <summary>Details cost a request a batch; without them each ticket goes on at once.</summary>
    private IAsyncEnumerable<IReadOnlyList<SonraiTicket>> InBatches(IAsyncEnumerable<SonraiTicket> tickets, CancellationToken cancellationToken) =>
        detailed ? tickets.Chunk(TicketChanger.BatchSize) : tickets.Select(ticket => (IReadOnlyList<SonraiTicket>)[ticket]);

    /// <summary>Findings do not tell what kind of resource they are about; the name must do then.</summary>
    private async ValueTask<bool> IsExpectedAsync(SonraiTicket ticket, CancellationToken cancellationToken) =>
        ticket is { ResourceType: Role or null, Account: { } account, ResourceName: { } name }
        && await _collectorRoles.IncludesAsync(account, name, cancellationToken).ConfigureAwait(false);
}
