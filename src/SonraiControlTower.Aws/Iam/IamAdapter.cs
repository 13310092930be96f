using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>AWS IAM over the wire.</summary>
internal sealed class IamAdapter(QueryClient client) : IIam
{
    // The most that AWS gives in one page. Left alone it gives 100, and a large account has thousands.
    private const int PageSize = 1000;

    public IIamRoles Roles { get; } = new IamRolesAdapter(client);

    public IIamUsers Users { get; } = new IamUsersAdapter(client);

    public IIamCredentials Credentials { get; } = new IamCredentialsAdapter(client);

    public IIamPolicies Policies { get; } = new IamPoliciesAdapter(client);

    public IIdentityPolicies IdentityPolicies { get; } = new IdentityPoliciesAdapter(client);

    public IAsyncEnumerable<IamEntity> GetAccountAuthorizationDetailsAsync(
        IReadOnlyCollection<string> kinds, CancellationToken cancellationToken) =>
        client.PagesAsync(
            IamService.GetAccountAuthorizationDetails,
            "Marker",
            () => new QueryForm().AddList("Filter", kinds).Add("MaxItems", PageSize),
            cancellationToken);
}
