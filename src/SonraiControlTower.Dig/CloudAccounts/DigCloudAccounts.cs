using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's cloud accounts.</summary>
internal sealed class DigCloudAccounts(
    CardPager pager, DocumentLibrary documents, ICollectors collectors, AccountSearch search, RegistrationBatch registration, UnregistrationBatch unregistration)
    : ICloudAccounts
{
    /// <summary>From here on, reading a collector's whole list takes fewer requests than looking for each account.</summary>
    private const int ListRatherThanSearch = 500;

    public async IAsyncEnumerable<SonraiAccount> ListAsync(SonraiCollector collector, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
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

    public async Task<IReadOnlyList<SonraiAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = new List<SonraiAccount>();
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
                if (left.Remove(AccountId.Parse(account.AccountId)))
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

    public Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(
        SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
        ArgumentNullException.ThrowIfNull(requests);
        return registration.SendAsync(collector, requests, cancellationToken);
    }

    public Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return unregistration.SendAsync(accounts, cancellationToken);
    }
}
