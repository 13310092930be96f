using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Dig;

/// <summary>Reads one page of a list query; a page that is too large for the tenant is asked for again at half the size.</summary>
internal sealed class PageReader(GraphQLChannel channel)
{
    /// <summary>The page, and the size that the tenant took.</summary>
    public async Task<(Card<T> Card, int Limit)> ReadAsync<T>(
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
