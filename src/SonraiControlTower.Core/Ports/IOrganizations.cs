namespace SonraiControlTower;

/// <summary>
/// AWS Organizations, operation for operation; pages come back as one stream and are asked for as they are consumed.
/// Source: <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html">AWS Organizations API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface IOrganizations
{
    /// <summary>The organization of the caller.</summary>
    Task<Organization> DescribeOrganizationAsync(CancellationToken cancellationToken);

    /// <summary>The roots; today every organization has one.</summary>
    IAsyncEnumerable<OrganizationalUnit> ListRootsAsync(CancellationToken cancellationToken);

    /// <summary>The organizational units one level below.</summary>
    IAsyncEnumerable<OrganizationalUnit> ListOrganizationalUnitsForParentAsync(OrganizationalUnit parent, CancellationToken cancellationToken);

    /// <summary>Every account of the organization; their place in the tree is not known.</summary>
    IAsyncEnumerable<OrgAccount> ListAccountsAsync(CancellationToken cancellationToken);

    /// <summary>The accounts directly in one organizational unit or root, units below it not included.</summary>
    IAsyncEnumerable<OrgAccount> ListAccountsForParentAsync(string parentId, CancellationToken cancellationToken);
}
