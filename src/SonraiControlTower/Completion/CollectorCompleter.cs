using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the names of collector deployments.</summary>
public sealed class CollectorCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Dig.Collectors.ListAsync(cancellationToken).Select(collector => (collector.Name, collector.Srn));
}
