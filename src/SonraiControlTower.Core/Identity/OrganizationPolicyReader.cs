namespace SonraiControlTower;

/// <summary>Reads the policies that AWS Organizations puts above accounts, and the tree that they hang in.</summary>
public sealed class OrganizationPolicyReader(IOrganizations organizations)
{
    /// <summary>All that decides what is allowed. A type of policies that the organization has not enabled has none.</summary>
    /// <exception cref="SonraiException"><c>NoOrganization</c>, <c>NotTheManagementAccount</c>, or what AWS says.</exception>
    public async Task<OrganizationPolicies> ReadAsync(CancellationToken cancellationToken)
    {
        var organization = await organizations.DescribeOrganizationAsync(cancellationToken).ConfigureAwait(false);
        return new OrganizationPolicies
        {
            OrganizationId = organization.Id,
            ManagementAccount = AccountId.Parse(organization.ManagementAccountId),
            Parents = await ParentsAsync(cancellationToken).ConfigureAwait(false),
            ServiceControlPolicies = await PoliciesAsync(OrganizationPolicyType.ServiceControl, cancellationToken).ConfigureAwait(false),
            ResourceControlPolicies = await PoliciesAsync(OrganizationPolicyType.ResourceControl, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<Dictionary<string, string>> ParentsAsync(CancellationToken cancellationToken)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        var above = new Stack<OrganizationalUnit>(await organizations.ListRootsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));
        while (above.TryPop(out var place))
        {
            await foreach (var unit in organizations.ListOrganizationalUnitsForParentAsync(place, cancellationToken).ConfigureAwait(false))
            {
                parents[unit.Id] = place.Id;
                above.Push(unit);
            }

            await foreach (var account in organizations.ListAccountsForParentAsync(place.Id, cancellationToken).ConfigureAwait(false))
            {
                parents[account.AccountId] = place.Id;
            }
        }

        return parents;
    }

    private async Task<List<OrganizationPolicy>> PoliciesAsync(string type, CancellationToken cancellationToken)
    {
        var policies = new List<OrganizationPolicy>();
        await foreach (var summary in organizations.ListPoliciesAsync(type, cancellationToken).ConfigureAwait(false))
        {
            // What hangs nowhere decides nothing. AWS's own of a type that is not enabled is such a one.
            var targets = await organizations.ListTargetsForPolicyAsync(summary.Id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (targets.Count > 0)
            {
                var document = await organizations.DescribePolicyAsync(summary.Id, cancellationToken).ConfigureAwait(false);
                policies.Add(new OrganizationPolicy(summary.Id, summary.Name, document, targets));
            }
        }

        return policies;
    }
}
