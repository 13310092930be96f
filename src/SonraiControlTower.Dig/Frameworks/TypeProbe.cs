using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>What the types of the tenant's schema have: each type is asked for once in a session.</summary>
internal sealed class TypeProbe(GraphQLChannel channel, DocumentLibrary documents)
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _types = new();

    /// <summary>Whether a type has a field or an input field; a type that is not there, or not told of, has none.</summary>
    public async Task<bool> HasAsync(string type, string field, CancellationToken cancellationToken)
    {
        // Two callers at once may both ask; that is harmless, and a failure is not remembered.
        if (!_types.TryGetValue(type, out var fields))
        {
            fields = _types[type] = await AskAsync(type, cancellationToken).ConfigureAwait(false);
        }

        return fields.Contains(field);
    }

    private async Task<HashSet<string>> AskAsync(string type, CancellationToken cancellationToken)
    {
        var document = documents["TypeFields"];
        var request = GraphQLRequest.For(document, new JsonObject { ["name"] = type });
        var answer = (await channel.SendAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOrThrow();
        var found = answer.ReadBesideErrors(document.Name, document.ResponseKey, WireJson.Default.WireTypeFields);
        return [.. (found?.Fields ?? []).Concat(found?.InputFields ?? []).Select(field => field.Name).OfType<string>()];
    }
}
