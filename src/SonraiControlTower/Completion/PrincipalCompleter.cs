using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the ARNs of the users and roles that the local engine knows.</summary>
public sealed class PrincipalCompleter : SessionCompleter
{
    private protected override IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken) =>
        session.Analysis.Identities.ListAsync(cancellationToken).Select(arn => (arn, arn));
}
