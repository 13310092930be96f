namespace SonraiControlTower;

/// <summary>Dig's saved searches: questions about the estate that somebody has put together in the Sonrai portal.</summary>
public interface ISearches
{
    /// <summary>Every saved search.</summary>
    IAsyncEnumerable<SonraiSearch> ListAsync(CancellationToken cancellationToken);

    /// <summary>Runs a saved search and gives what it found, one list for each kind of thing it asks for.</summary>
    /// <exception cref="SonraiException"><c>SearchRefused</c> where there is no such search, or it cannot be run.</exception>
    Task<IReadOnlyList<SearchFinds>> RunAsync(string name, CancellationToken cancellationToken);
}
