using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the users whom a ticket can be assigned to.</summary>
public sealed class UserCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Dig.Users.ListAsync(cancellationToken).Select(user => (user.ToString(), user.Name ?? user.Srn));
}
