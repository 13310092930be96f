namespace SonraiControlTower.Dig;

/// <summary>Which mutations the tenant offers: its schema is asked once for each session. What is inferred is looked up here before use.</summary>
internal sealed class MutationProbe(GraphQLChannel channel, DocumentLibrary documents)
{
    private HashSet<string>? _fields;

    public async Task<bool> OffersAsync(string field, CancellationToken cancellationToken)
    {
        // Two callers at once may both ask; that is harmless, and a failure is not remembered.
        _fields ??= await AskAsync(cancellationToken).ConfigureAwait(false);
        return _fields.Contains(field);
    }

    private async Task<HashSet<string>> AskAsync(CancellationToken cancellationToken)
    {
        var document = documents["MutationFields"];
        var reply = await channel.SendAsync(GraphQLRequest.For(document, []), cancellationToken).ConfigureAwait(false);
        var type = reply.AnswerOrThrow().Read(document.Name, document.ResponseKey, WireJson.Default.WireSchemaType);
        return [.. (type.Fields ?? []).Select(field => field.Name).OfType<string>()];
    }
}
