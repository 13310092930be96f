using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Dig;

/// <summary>
/// Reads a list query page by page. A tenant may give fewer items than asked for, so the offset advances by what arrived.
/// </summary>
internal sealed class CardPager(PageReader reader, int pageSize)
{
    public async IAsyncEnumerable<T> ReadAsync<T>(
        GraphQLDocument document,
        JsonObject variables,
        JsonTypeInfo<Card<T>> shape,
        int offset,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var limit = pageSize;
        for (int? count = null, arrived = null; arrived != 0 && !(offset >= count); offset += arrived.Value)
        {
            (var card, limit) = await reader.ReadAsync(document, variables, shape, offset, limit, cancellationToken).ConfigureAwait(false);
            (count, arrived) = (card.Count, card.Items!.Count);
            foreach (var item in card.Items.OfType<T>())
            {
                yield return item;
            }
        }
    }
}
