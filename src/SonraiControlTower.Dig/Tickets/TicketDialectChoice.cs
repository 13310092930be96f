namespace SonraiControlTower.Dig;

/// <summary>
/// Settles, once in a session, whether a tenant speaks of tickets or of findings. A tenant with both is asked for tickets, which is what its
/// portal shows.
/// </summary>
internal sealed class TicketDialectChoice(DocumentLibrary documents, SchemaProbe probe)
{
    private TicketDialect? _settled;

    /// <exception cref="SonraiException"><c>OperationNotOffered</c> where the tenant has neither.</exception>
    public async Task<TicketDialect> SettleAsync(CancellationToken cancellationToken) =>
        _settled ??= Choose(await probe.FieldsIfToldAsync("Query", cancellationToken).ConfigureAwait(false));

    private TicketDialect Choose(IReadOnlySet<string>? offered)
    {
        var (tickets, findings) = (documents[TicketDialect.Tickets.List], documents[TicketDialect.Findings.List]);

        // Both are public, so a tenant that does not tell what it offers is asked for tickets.
        return offered is null || offered.Contains(tickets.Field) ? TicketDialect.Tickets
            : offered.Contains(findings.Field) ? TicketDialect.Findings
            : throw new SonraiException(DigProblems.NotOffered(
                tickets.Name,
                $"field '{tickets.Field}' in its type '{tickets.RootType}', and no field '{findings.Field}' either",
                "See the tickets in the Sonrai portal, in the Tickets tab."));
    }
}
