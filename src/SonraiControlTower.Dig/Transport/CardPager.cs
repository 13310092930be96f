using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Dig;

/// <summary>
/// Reads a list query page by page. A tenant may give fewer items than asked for, so the offset advances by what arrived; a page that is too
/// large for the tenant is asked for again at half the size.
/// </summary>
internal sealed class CardPager(GraphQLChannel channel, int pageSize)
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
            (var card, limit) = await ReadPageAsync(document, variables, shape, offset, limit, cancellationToken).ConfigureAwait(false);
            (count, arrived) = (card.Count, card.Items!.Count);
            foreach (var item in card.Items.OfType<T>())
            {
                yield return item;
            }
        }
    }

    private async Task<(Card<T> Card, int Limit)> ReadPageAsync<T>(
        GraphQLDocument document, JsonObject variables, JsonTypeInfo<Card<T>> shape, int offset, int limit, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var page = variables.DeepClone().AsObject();
            page["limit"] = limit;
            page["offset"] = offset;
            var reply = await channel.SendAsync(GraphQLRequest.For(document, page), cancellationToken).ConfigureAwait(false);
            var answer = reply.AnswerOrThrow();
            if (limit > 1 && IsTooLarge(answer, document.ResponseKey))
            {
                limit /= 2;
                continue;
            }

            var card = answer.Read(document.Name, document.ResponseKey, shape);
            return card.Items is null
                ? throw new SonraiException(DigProblems.UnexpectedAnswer(document.Name, $"'{document.ResponseKey}' has no items."))
                : (card, limit);
        }
    }

    private static bool IsTooLarge(GraphQLAnswer answer, string key) =>
        answer.Field(key) is null && answer.Errors?.Any(error => error.MayMeanTooLarge) == true;
}
