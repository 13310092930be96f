using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the titles of swimlanes.</summary>
public sealed class SwimlaneCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Dig.Swimlanes.ListAsync(cancellationToken).Select(swimlane => (swimlane.Title, swimlane.Srn));
}
