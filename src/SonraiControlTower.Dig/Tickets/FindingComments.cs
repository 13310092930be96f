using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>What people said on findings: a question for each, many in one request.</summary>
internal sealed class FindingComments(GraphQLChannel channel, DocumentLibrary documents)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<TicketComment>>> ReadAsync(
        IReadOnlyList<string> srns, CancellationToken cancellationToken)
    {
        var document = documents["ListCommentsForFinding"];
        var request = BatchComposer.Compose(document, [.. srns.Select(srn => new JsonObject { ["srn"] = srn })]);
        var answer = (await channel.SendAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOrThrow();
        return srns.Index().ToDictionary(
            one => one.Item,
            one => InOrder(answer.Read(document.Name, BatchComposer.Alias(one.Index), WireJson.Default.CardWireComment)));
    }

    /// <summary>Oldest first; those without a time keep their place at the beginning.</summary>
    public static IReadOnlyList<TicketComment> InOrder(Card<WireComment>? card) =>
        [.. (card?.Items ?? []).Select(wire => wire.ToComment()).OfType<TicketComment>().OrderBy(comment => comment.CreatedAt)];
}
