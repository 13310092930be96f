using System.Runtime.CompilerServices;

namespace SonraiControlTower.Dig;

/// <summary>What a tenant offers of what the documents ask for: one question about each type of its schema.</summary>
internal sealed class DigCapabilities(DocumentLibrary documents, SchemaProbe probe) : ICapabilities
{
    // GraphQL's own fields are in no type's list of fields; a tenant that answers the question has them.
    private const string OfGraphQLItself = "__";

    /// <summary>What the documents say of themselves, before any tenant is asked.</summary>
    public static IEnumerable<TenantCapability> Known(DocumentLibrary documents) =>
        DocumentLibrary.Names.Order(StringComparer.Ordinal).Select(name =>
        {
            var document = documents[name];
            var heading = DocumentLibrary.HeadingOf(name);
            return new TenantCapability
            {
                Operation = name,
                Kind = document.RootType,
                Field = document.Field,
                Standing = heading.Standing,
                IsReplaced = documents.IsReplaced(name),
                UsedBy = heading.UsedBy,
            };
        });

    public async IAsyncEnumerable<TenantCapability> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var known in Known(documents).ToList())
        {
            // A document of the tenant's own need not lean on what the built-in one infers.
            var inferred = known.IsReplaced ? null : DocumentLibrary.HeadingOf(known.Operation).Inferred;
            yield return known with
            {
                IsOffered = await HasAsync(known.Kind, known.Field, cancellationToken).ConfigureAwait(false)
                    && (inferred is not { } member || await HasAsync(member.Type, member.Field, cancellationToken).ConfigureAwait(false)),
            };
        }
    }

    private async Task<bool> HasAsync(string type, string field, CancellationToken cancellationToken) =>
        field.StartsWith(OfGraphQLItself, StringComparison.Ordinal)
        || (await probe.FieldsAsync(type, cancellationToken).ConfigureAwait(false)).Contains(field);
}
