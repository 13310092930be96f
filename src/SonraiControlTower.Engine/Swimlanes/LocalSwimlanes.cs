namespace SonraiControlTower.Engine;

/// <summary>The swimlanes that the local engine was started with, and the global one before them.</summary>
internal sealed class LocalSwimlanes(string tenant, IReadOnlyList<SonraiSwimlane> swimlanes, LocalSession session) : ISwimlanes
{
    private readonly IReadOnlyList<SonraiSwimlane> _known = [SonraiSwimlane.GlobalOf(tenant) with { DefaultImportance = 5 }, .. swimlanes];

    public SonraiSwimlane Global => _known[0];

    public IAsyncEnumerable<SonraiSwimlane> ListAsync(CancellationToken cancellationToken) => session.Stream(() => _known, cancellationToken);

    /// <summary>The swimlane as the engine knows it: what a caller made up of it does not count.</summary>
    /// <exception cref="SonraiException"><c>SwimlaneNotFound</c>.</exception>
    public SonraiSwimlane Demand(SonraiSwimlane meant) =>
        _known.FirstOrDefault(one => one.Srn == meant.Srn) ?? throw new SonraiException(SwimlaneProblems.NotFound(meant.Title, _known));

    /// <summary>Whether a ticket belongs to a swimlane: by the account of its resource, and every ticket to the global one.</summary>
    public bool Holds(string swimlaneSrn, SonraiTicket ticket) =>
        _known.Any(one => one.Srn == swimlaneSrn && (one.IsGlobal || one.Accounts.Contains(ticket.Account)));

    /// <summary>The titles of the swimlanes that a ticket belongs to.</summary>
    public IReadOnlyList<string> Holding(SonraiTicket ticket) => [.. _known.Where(one => Holds(one.Srn, ticket)).Select(one => one.Title)];
}
