using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// What the tenant's schema has: each type is asked for once in a session. What is inferred is looked up here before use.
/// </summary>
internal sealed class SchemaProbe(GraphQLChannel channel, DocumentLibrary documents)
{
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _types = new();

    /// <summary>The fields of a type, or of an input type; none where the schema has no such type.</summary>
    public async Task<IReadOnlySet<string>> FieldsAsync(string type, CancellationToken cancellationToken)
    {
        // Two callers at once may both ask; that is harmless, and a failure is not remembered.
        if (!_types.TryGetValue(type, out var fields))
        {
            _types[type] = fields = await AskAsync(type, cancellationToken).ConfigureAwait(false);
        }

        return fields;
    }

    /// <summary>Whether the tenant offers what a document asks for.</summary>
    public async Task<bool> OffersAsync(GraphQLDocument document, CancellationToken cancellationToken) =>
        (await FieldsAsync(document.RootType, cancellationToken).ConfigureAwait(false)).Contains(document.Field);

    /// <summary>Lets a document pass that the tenant offers.</summary>
    /// <param name="document">What is about to be sent.</param>
    /// <param name="instead">What a person can do where the tenant does not offer it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c>.</exception>
    public async Task DemandAsync(GraphQLDocument document, string instead, CancellationToken cancellationToken)
    {
        if (!await OffersAsync(document, cancellationToken).ConfigureAwait(false))
        {
            throw new SonraiException(DigProblems.NotOffered(
                document.Name, $"field '{document.Field}' in its type '{document.RootType}'", instead));
        }
    }

    private async Task<IReadOnlySet<string>> AskAsync(string type, CancellationToken cancellationToken)
    {
        var document = documents["SchemaType"];
        var request = GraphQLRequest.For(document, new JsonObject { ["name"] = type });
        var answer = (await channel.SendAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOrThrow();
        if (answer.HasErrors)
        {
            throw new SonraiException(DigProblems.Errors(document.Name, answer.Messages));
        }

        var found = answer.ReadBesideErrors(document.Name, document.ResponseKey, WireJson.Default.WireSchemaType);
        return (found?.Fields ?? found?.InputFields ?? []).Select(field => field.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
