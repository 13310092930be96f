using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's saved searches.</summary>
internal sealed class DigSearches(CardPager pager, GraphQLChannel channel, DocumentLibrary documents) : ISearches
{
    public async IAsyncEnumerable<SonraiSearch> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = pager.ReadAsync(documents["Searches"], [], WireJson.Default.CardWireSearch, 0, cancellationToken);
        await foreach (var wire in found.ConfigureAwait(false))
        {
            if (wire.Name is { } name)
            {
                yield return new SonraiSearch(name, wire.Srn);
            }
        }
    }

    public async Task<IReadOnlyList<SearchFinds>> RunAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var document = documents["ExecuteSavedQuery"];
        var reply = await channel.SendAsync(GraphQLRequest.For(document, new JsonObject { ["name"] = name }), cancellationToken).ConfigureAwait(false);
        var answer = reply.AnswerOrThrow();
        if (answer.HasErrors && !answer.IsRequestRefused)
        {
            throw new SonraiException(SearchProblems.Refused(name, answer.Messages));
        }

        var run = answer.Read(document.Name, document.ResponseKey, WireJson.Default.WireSearchRun);
        return run.Query is { ValueKind: JsonValueKind.Object } cards
            ? [.. cards.EnumerateObject().Select(card => new SearchFinds(card.Name, Items(card.Value)))]
            : throw new SonraiException(DigProblems.UnexpectedAnswer(document.Name, $"what '{name}' found is no object of cards."));
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, object?>> Items(JsonElement card) =>
        card.ValueKind == JsonValueKind.Object && card.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(PlainJson.Members)]
            : [];
}
