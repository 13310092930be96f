namespace SonraiControlTower.Engine;

/// <summary>The collector deployments that the local engine was started with.</summary>
internal sealed class LocalCollectors(IReadOnlyList<SonraiCollector> collectors, LocalSession session) : ICollectors
{
    private static readonly string[] _readAws = ["aws", "sonraiSaaS"];

    public IReadOnlyList<SonraiCollector> Known { get; } = [.. collectors.Where(one => _readAws.Contains(one.CloudType))];

    public IAsyncEnumerable<SonraiCollector> ListAsync(CancellationToken cancellationToken) => session.Stream(() => Known, cancellationToken);

    /// <summary>The deployment as the engine knows it: what a caller made up of it does not count.</summary>
    /// <exception cref="SonraiException"><c>CollectorNotFound</c>.</exception>
    public SonraiCollector Demand(SonraiCollector meant) =>
        Known.FirstOrDefault(one => one.Srn == meant.Srn) ?? throw new SonraiException(CollectorProblems.NotFound(meant.Name, Known));
}
