using System.Runtime.CompilerServices;

namespace SonraiControlTower.Dig;

/// <summary>What a tenant offers of what the documents ask for: one question about its queries, one about its mutations.</summary>
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
            var fields = await probe.FieldsAsync(known.Kind, cancellationToken).ConfigureAwait(false);
            yield return known with
            {
                IsOffered = known.Field.StartsWith(OfGraphQLItself, StringComparison.Ordinal) || fields.Contains(known.Field),
            };
        }
    }
}
