using System.Runtime.CompilerServices;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's active users.</summary>
internal sealed class DigUsers(CardPager pager, DocumentLibrary documents) : IUsers
{
    public async IAsyncEnumerable<SonraiUser> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = pager.ReadAsync(documents["SonraiUsers"], [], WireJson.Default.CardWireUser, 0, cancellationToken);
        await foreach (var wire in found.ConfigureAwait(false))
        {
            if (wire.Srn is { } srn)
            {
                yield return new SonraiUser(srn, wire.Name, wire.Email);
            }
        }
    }
}
