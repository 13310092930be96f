namespace SonraiControlTower.Engine;

/// <summary>The swimlanes that the local engine was started with, and the global one before them.</summary>
internal sealed class LocalSwimlanes(string tenant, IReadOnlyList<SonraiSwimlane> swimlanes, LocalSession session) : ISwimlanes
{
    private readonly IReadOnlyList<SonraiSwimlane> _known = [Global(tenant), .. swimlanes];

    public IAsyncEnumerable<SonraiSwimlane> ListAsync(CancellationToken cancellationToken)
    {
        return List().ToAsyncEnumerable();

        IEnumerable<SonraiSwimlane> List()
        {
            session.Demand(cancellationToken);
            foreach (var swimlane in _known)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return swimlane;
            }
        }
    }

    /// <summary>The swimlane as the engine knows it: what a caller made up of it does not count.</summary>
    /// <exception cref="SonraiException"><c>SwimlaneNotFound</c>.</exception>
    public SonraiSwimlane Demand(SonraiSwimlane meant) =>
        _known.FirstOrDefault(one => one.Srn == meant.Srn) ?? throw new SonraiException(SwimlaneProblems.NotFound(meant.Title, _known));

    private static SonraiSwimlane Global(string tenant) => new()
    {
        Title = "Global",
        Srn = SonraiSwimlane.GlobalSrn(tenant),
        ResourceId = "Global",
        Description = "Everything",
        DefaultImportance = 5,
    };
}
