namespace SonraiControlTower;

/// <summary>Dig's collector deployments.</summary>
public interface ICollectors
{
    /// <summary>Every collector deployment that can read AWS accounts.</summary>
    IAsyncEnumerable<SonraiCollector> ListAsync(CancellationToken cancellationToken);
}
