using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's tickets, or its findings.</summary>
internal sealed class DigTickets(
    TicketPager pager, DocumentLibrary documents, TicketDialectChoice dialects, TicketDetail detail, TicketWriter writer) : ITickets
{
    public async IAsyncEnumerable<SonraiTicket> ListAsync(TicketQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var dialect = await dialects.SettleAsync(cancellationToken).ConfigureAwait(false);

        // Where the reader has to look at each ticket, only the reader can count those that pass.
        var (skip, first) = query.HasOwnConditions ? (0, null) : (query.Skip, query.First);
        var left = query.Skip - skip;
        await foreach (var ticket in ReadAsync(dialect, TicketFilter.Of(query, dialect), skip, first, cancellationToken).ConfigureAwait(false))
        {
            if (query.PassesOwnConditions(ticket) && left-- <= 0)
            {
                yield return ticket;
            }
        }
    }

    public async Task<IReadOnlyList<SonraiTicket>> FindAsync(IReadOnlyCollection<string> srns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(srns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(srns.Count, TicketChanger.BatchSize, nameof(srns));
        if (srns.Count == 0)
        {
            return [];
        }

        // Reading stops with the last of them: the page that would show that there are no more is not asked for.
        var dialect = await dialects.SettleAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(dialect, TicketFilter.Of(srns), 0, srns.Count, cancellationToken)
            .Take(srns.Count)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<SonraiTicket>> WithDetailAsync(IReadOnlyList<SonraiTicket> tickets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        var dialect = await dialects.SettleAsync(cancellationToken).ConfigureAwait(false);
        return await detail.AddAsync(tickets, dialect, cancellationToken).ConfigureAwait(false);
    }

    public async Task<TicketAnswer> WriteAsync(TicketWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var dialect = await dialects.SettleAsync(cancellationToken).ConfigureAwait(false);
        return await writer.WriteAsync(write, dialect, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<SonraiTicket> ReadAsync(
        TicketDialect dialect, Filter filter, int skip, int? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (document, variables) = FilterWriter.Apply(documents[dialect.List], filter, new JsonObject());
        await foreach (var wire in pager.ReadAsync(document, variables, skip, first, cancellationToken).ConfigureAwait(false))
        {
            if (wire.ToTicket() is { } ticket)
            {
                yield return ticket;
            }
        }
    }
}
