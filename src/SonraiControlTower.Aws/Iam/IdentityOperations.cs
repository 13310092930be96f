using SonraiControlTower.Aws.Iam.Wire;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>The operations on policies of one kind of identity: their names and their inputs have the kind in them.</summary>
internal sealed class IdentityOperations
{
    private static readonly Dictionary<string, IdentityOperations> _byKind =
        new[] { IamKind.User, IamKind.Group, IamKind.Role }.ToDictionary(kind => kind, kind => new IdentityOperations(kind));

    private IdentityOperations(string kind)
    {
        NameField = $"{kind}Name";
        ListAttached = new($"ListAttached{kind}Policies", QueryPage.WithMarker("AttachedPolicies", PolicyXml.Attached));
        Attach = new($"Attach{kind}Policy", Done.Read);
        Detach = new($"Detach{kind}Policy", Done.Read);
        ListInline = new($"List{kind}Policies", result => new(result.Texts("PolicyNames"), QueryPage.MarkerOf(result)));
        GetInline = new($"Get{kind}Policy", PolicyXml.Inline);
        PutInline = new($"Put{kind}Policy", Done.Read);
        DeleteInline = new($"Delete{kind}Policy", Done.Read);
    }

    /// <summary>What the identity's name is called in the input, such as <c>RoleName</c>.</summary>
    public string NameField { get; }

    public QueryOperation<QueryPage<AttachedPolicy>> ListAttached { get; }

    public QueryOperation<Done> Attach { get; }

    public QueryOperation<Done> Detach { get; }

    public QueryOperation<QueryPage<string>> ListInline { get; }

    public QueryOperation<InlinePolicy> GetInline { get; }

    public QueryOperation<Done> PutInline { get; }

    public QueryOperation<Done> DeleteInline { get; }

    public static IdentityOperations Of(IamIdentity identity) => _byKind[identity.Kind];
}
