using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the titles of control frameworks.</summary>
public sealed class FrameworkCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Dig.ControlFrameworks.ListAsync(cancellationToken).Select(framework => (framework.Title, framework.Srn));
}
