using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the ids of remediations that the journal has, the newest first.</summary>
public sealed class RemediationCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Journal.ReadAll().Reverse().Select(one => (one.Id, $"{one.IdentityName}: {one.Status}")).ToAsyncEnumerable();
}
