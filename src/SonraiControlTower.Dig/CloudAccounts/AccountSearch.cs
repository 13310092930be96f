using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Looks for single accounts in a collector, many in one request. Dig can only be asked which blobs contain the digits: another account's
/// role ARN may contain them too, so what comes back is compared by its own account number.
/// </summary>
internal sealed class AccountSearch(GraphQLChannel channel, CardPager pager, DocumentLibrary documents)
{
    private const int AccountsPerRequest = 50;

    /// <summary>One match is the rule; the few more are other accounts that mention the digits.</summary>
    private const int FirstPage = 20;

    public async IAsyncEnumerable<FoundAccount> FindAsync(
        SonraiCollector collector, IReadOnlyCollection<AccountId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(AccountsPerRequest))
        {
            var document = documents["FindPlatformCloudAccount"];
            var request = BatchComposer.Compose(document, [.. chunk.Select(id => Variables(collector, id, FirstPage))]);
            var answer = (await channel.SendAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOrThrow();
            for (var run = 0; run < chunk.Length; run++)
            {
                var card = answer.Read(document.Name, BatchComposer.Alias(run), WireJson.Default.CardWireCloudAccount);
                var account = Exact(card.Items ?? [], collector, chunk[run])
                    ?? await FindAmongMoreAsync(card, collector, chunk[run], cancellationToken).ConfigureAwait(false);
                if (account is not null)
                {
                    yield return account;
                }
            }
        }
    }

    /// <summary>Reads on where more accounts mention the digits than the first page holds.</summary>
    private async Task<FoundAccount?> FindAmongMoreAsync(
        Card<WireCloudAccount> firstPage, SonraiCollector collector, AccountId id, CancellationToken cancellationToken)
    {
        var offset = firstPage.Items?.Count ?? 0;
        if (offset == 0 || offset >= (firstPage.Count ?? 0))
        {
            return null;
        }

        var rest = pager.ReadAsync(
            documents["FindPlatformCloudAccount"], Variables(collector, id, FirstPage), WireJson.Default.CardWireCloudAccount, offset, cancellationToken);
        await foreach (var wire in rest.ConfigureAwait(false))
        {
            if (Exact([wire], collector, id) is { } account)
            {
                return account;
            }
        }

        return null;
    }

    private static FoundAccount? Exact(IEnumerable<WireCloudAccount?> items, SonraiCollector collector, AccountId id) =>
        items.OfType<WireCloudAccount>()
            .Select(wire => AccountBlob.Read(wire, collector))
            .FirstOrDefault(account => account?.Id == id);

    private static JsonObject Variables(SonraiCollector collector, AccountId id, int limit) => new()
    {
        ["collector"] = collector.Srn,
        ["accountNumber"] = id.ToString(),
        ["limit"] = limit,
        ["offset"] = 0,
    };
}
