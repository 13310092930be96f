using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>Reads a tenant's cloud accounts, with all that it keeps with them.</summary>
internal sealed class AccountReader(CardPager pager, DocumentLibrary documents, ICollectors collectors, AccountSearch search)
{
    /// <summary>From here on, reading a collector's whole list takes fewer requests than looking for each account.</summary>
    private const int ListRatherThanSearch = 500;

    /// <summary>The AWS accounts registered with a collector, page by page.</summary>
    public async IAsyncEnumerable<FoundAccount> ListAsync(SonraiCollector collector, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["collector"] = collector.Srn };
        var found = pager.ReadAsync(documents["PlatformCloudAccounts"], variables, WireJson.Default.CardWireCloudAccount, 0, cancellationToken);
        await foreach (var wire in found.ConfigureAwait(false))
        {
            if (AccountBlob.Read(wire, collector) is { } account)
            {
                yield return account;
            }
        }
    }

    /// <summary>Of these accounts, those registered with any collector now.</summary>
    public async Task<IReadOnlyList<FoundAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        var found = new List<FoundAccount>();
        var left = ids.ToHashSet();
        if (left.Count == 0)
        {
            return found;
        }

        // An account says nothing of its collector, so each collector is asked about the accounts not found yet.
        await foreach (var collector in collectors.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            var candidates = left.Count >= ListRatherThanSearch
                ? ListAsync(collector, cancellationToken)
                : search.FindAsync(collector, [.. left], cancellationToken);
            await foreach (var account in candidates.ConfigureAwait(false))
            {
                if (left.Remove(account.Id))
                {
                    found.Add(account);
                }
            }

            if (left.Count == 0)
            {
                break;
            }
        }

        return found;
    }
}
