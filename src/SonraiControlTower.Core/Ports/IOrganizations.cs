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

    /// <summary>The policies of a type (ListPolicies), whether they are attached anywhere or not.</summary>
    /// <param name="type">A word of <see cref="OrganizationPolicyType"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<OrganizationPolicySummary> ListPoliciesAsync(string type, CancellationToken cancellationToken);

    /// <summary>What a policy says (DescribePolicy); null if there is none of that id.</summary>
    Task<PolicyDocument?> DescribePolicyAsync(string policyId, CancellationToken cancellationToken);

    /// <summary>The ids of the root, the organizational units and the accounts that a policy is attached to (ListTargetsForPolicy).</summary>
    /// <exception cref="SonraiException"><c>AwsNotFound</c>.</exception>
    IAsyncEnumerable<string> ListTargetsForPolicyAsync(string policyId, CancellationToken cancellationToken);
}
