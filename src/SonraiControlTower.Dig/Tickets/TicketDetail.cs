using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>Adds to tickets what a list does not bring: what they know of policies, and what people said on them.</summary>
internal sealed class TicketDetail(
    TicketPager pager, DocumentLibrary documents, SchemaProbe probe, FindingComments findingComments)
{
    private const string Instead =
        "See it in the Sonrai portal: open the ticket, and press Show Remediation Steps. Without -Detailed the tickets come without it.";

    public async Task<IReadOnlyList<SonraiTicket>> AddAsync(
        IReadOnlyList<SonraiTicket> tickets, TicketDialect dialect, CancellationToken cancellationToken)
    {
        if (tickets.Count == 0)
        {
            return [];
        }

        IReadOnlyList<string> srns = [.. tickets.Select(ticket => ticket.Srn)];
        var evidence = await EvidenceAsync(srns, dialect, cancellationToken).ConfigureAwait(false);
        var comments = dialect == TicketDialect.Findings
            ? await findingComments.ReadAsync(srns, cancellationToken).ConfigureAwait(false)
            : await TicketCommentsAsync(srns, cancellationToken).ConfigureAwait(false);
        return [.. tickets.Select(ticket => ticket with
        {
            Evidence = evidence.GetValueOrDefault(ticket.Srn) ?? [],
            Comments = comments?.GetValueOrDefault(ticket.Srn),
        })];
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<PolicyEvidence>>> EvidenceAsync(
        IReadOnlyList<string> srns, TicketDialect dialect, CancellationToken cancellationToken)
    {
        var document = documents[dialect.Evidence];
        await probe.DemandInferredAsync(document, Instead, cancellationToken).ConfigureAwait(false);
        var found = await ReadAsync(document, srns, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(wire => wire.Srn!, wire => EvidenceReader.Read(wire.Evidence?.PolicyEvidence, document.Name, wire.Srn!));
    }

    /// <summary>Null where the tenant does not tell: that it has them under this name is inferred, and nobody asked for them alone.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<TicketComment>>?> TicketCommentsAsync(
        IReadOnlyList<string> srns, CancellationToken cancellationToken)
    {
        var document = documents["TicketComments"];
        if (!await probe.HasInferredAsync(document, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var found = await ReadAsync(document, srns, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(wire => wire.Srn!, wire => FindingComments.InOrder(wire.Comments));
    }

    private async Task<IReadOnlyList<WireTicket>> ReadAsync(GraphQLDocument document, IReadOnlyList<string> srns, CancellationToken cancellationToken)
    {
        var (filtered, variables) = FilterWriter.Apply(document, TicketFilter.Of(srns), new JsonObject());
        return await pager.ReadAsync(filtered, variables, 0, srns.Count, cancellationToken)
            .Take(srns.Count)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
