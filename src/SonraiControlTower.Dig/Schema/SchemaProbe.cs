using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// What the tenant's schema has: each type is asked for once in a session. What is inferred is looked up here before use.
/// </summary>
internal sealed class SchemaProbe(GraphQLChannel channel, DocumentLibrary documents)
{
    private readonly ConcurrentDictionary<string, TypeAnswer> _types = new();

    /// <summary>The fields of a type, or of an input type; none where the schema has no such type.</summary>
    /// <exception cref="SonraiException"><c>DigErrors</c> where the tenant does not answer questions about its schema.</exception>
    public async Task<IReadOnlySet<string>> FieldsAsync(string type, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await KnownAsync(type, cancellationToken).ConfigureAwait(false);
        return refusal is null ? fields : throw new SonraiException(refusal);
    }

    /// <summary>The fields of a type; null where the schema has no such type, or the tenant does not answer questions about its schema.</summary>
    public async Task<IReadOnlySet<string>?> FieldsIfToldAsync(string type, CancellationToken cancellationToken) =>
        (await KnownAsync(type, cancellationToken).ConfigureAwait(false)).Fields is { Count: > 0 } fields ? fields : null;

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

    /// <summary>Whether the tenant has the member of its schema that a document infers. A document of the tenant's own infers nothing.</summary>
    public async Task<bool> HasInferredAsync(GraphQLDocument document, CancellationToken cancellationToken) =>
        InferredBy(document) is not { } member
        || (await FieldsIfToldAsync(member.Type, cancellationToken).ConfigureAwait(false))?.Contains(member.Field) == true;

    /// <summary>Lets a document pass if the tenant has what it infers.</summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c>.</exception>
    public async Task DemandInferredAsync(GraphQLDocument document, string instead, CancellationToken cancellationToken)
    {
        if (InferredBy(document) is { } member
            && !(await FieldsAsync(member.Type, cancellationToken).ConfigureAwait(false)).Contains(member.Field))
        {
            throw new SonraiException(DigProblems.NotOffered(document.Name, $"field '{member.Field}' in its type '{member.Type}'", instead));
        }
    }

    private (string Type, string Field)? InferredBy(GraphQLDocument document) =>
        documents.IsReplaced(document.Name) ? null : DocumentLibrary.HeadingOf(document.Name).Inferred;

    private async Task<TypeAnswer> KnownAsync(string type, CancellationToken cancellationToken)
    {
        // Two callers at once may both ask; that is harmless, and a failure is not remembered.
        if (_types.TryGetValue(type, out var known))
        {
            return known;
        }

        var told = await AskAsync(type, cancellationToken).ConfigureAwait(false);
        return told.Refusal is null ? _types[type] = told : told;
    }

    private async Task<TypeAnswer> AskAsync(string type, CancellationToken cancellationToken)
    {
        var document = documents["SchemaType"];
        var request = GraphQLRequest.For(document, new JsonObject { ["name"] = type });
        var answer = (await channel.SendAsync(request, cancellationToken).ConfigureAwait(false)).AnswerOrThrow();
        if (answer.HasErrors)
        {
            return new TypeAnswer(new HashSet<string>(), DigProblems.Errors(document.Name, answer.Messages));
        }

        var found = answer.ReadBesideErrors(document.Name, document.ResponseKey, WireJson.Default.WireSchemaType);
        return new TypeAnswer(
            (found?.Fields ?? found?.InputFields ?? []).Select(field => field.Name).OfType<string>().ToHashSet(StringComparer.Ordinal), null);
    }

    private sealed record TypeAnswer(IReadOnlySet<string> Fields, Problem? Refusal);
}
