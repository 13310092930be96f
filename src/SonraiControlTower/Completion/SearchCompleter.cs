using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the names of saved searches.</summary>
public sealed class SearchCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Dig.Searches.ListAsync(cancellationToken).Select(search => (search.Name, search.Srn ?? search.Name));
}
