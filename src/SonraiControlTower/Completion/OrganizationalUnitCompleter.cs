using System.Runtime.CompilerServices;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>Completes the paths of organizational units, as the session reaches AWS.</summary>
public sealed class OrganizationalUnitCompleter : SessionCompleter
{
    private protected override async IAsyncEnumerable<(string Value, string Tip)> FindAsync(
        Session session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organizations = await session.Aws.OpenOrganizationsAsync(session.AwsAccess, cancellationToken);
        await foreach (var unit in new OrganizationReader(organizations).ReadUnitsAsync(cancellationToken))
        {
            yield return (unit.Path, unit.Id);
        }
    }
}
