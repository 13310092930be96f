namespace SonraiControlTower;

/// <summary>Reads the policies of an organization, and the tree that they hang in.</summary>
public sealed class OrganizationPoliciesReader(IOrganizations organizations)
{
    /// <summary>
    /// Asks for the policies of both types, what each says and where it is attached, and for the units and accounts.
    /// </summary>
    /// <exception cref="SonraiException">What the organization answers.</exception>
    public async Task<OrganizationPolicies> ReadAsync(CancellationToken cancellationToken)
    {
        var organization = await organizations.DescribeOrganizationAsync(cancellationToken).ConfigureAwait(false);
        return new OrganizationPolicies
        {
            OrganizationId = organization.Id,
            ManagementAccount = AccountId.Parse(organization.ManagementAccountId),
            Parents = await ReadParentsAsync(cancellationToken).ConfigureAwait(false),
            ServiceControlPolicies = await ReadAsync(OrganizationPolicyType.ServiceControl, cancellationToken).ConfigureAwait(false),
            ResourceControlPolicies = await ReadAsync(OrganizationPolicyType.ResourceControl, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadParentsAsync(CancellationToken cancellationToken)
    {
        var parents = new Dictionary<string, string>();
        var above = new Stack<OrganizationalUnit>();
        await foreach (var unit in new OrganizationReader(organizations).ReadUnitsAsync(cancellationToken).ConfigureAwait(false))
        {
            // INVARIANT: each unit comes before the units below it, so that the one above it is the last that was less deep.
            while (above.TryPeek(out var last) && last.Depth >= unit.Depth)
            {
                above.Pop();
            }

            if (above.TryPeek(out var parent))
            {
                parents[unit.Id] = parent.Id;
            }

            above.Push(unit);
            await foreach (var account in organizations.ListAccountsForParentAsync(unit.Id, cancellationToken).ConfigureAwait(false))
            {
                parents[account.AccountId] = unit.Id;
            }
        }

        return parents;
    }

    private async Task<IReadOnlyList<OrganizationPolicy>> ReadAsync(string type, CancellationToken cancellationToken)
    {
        var policies = new List<OrganizationPolicy>();
        await foreach (var summary in organizations.ListPoliciesAsync(type, cancellationToken).ConfigureAwait(false))
        {
            var targets = await TargetsAsync(summary.Id, cancellationToken).ConfigureAwait(false);
            if (targets.Count > 0 && await organizations.DescribePolicyAsync(summary.Id, cancellationToken).ConfigureAwait(false) is { } document)
            {
                policies.Add(new OrganizationPolicy(summary.Id, summary.Name, document, targets));
            }
        }

        // A type that is not switched on lists AWS's own policy, and is attached nowhere; where it is on, everything has at least one policy. So
        // nothing attached means no effect, and not that nothing is allowed:
        // https://docs.aws.amazon.com/organizations/latest/userguide/enable-policy-type.html
        return policies;
    }

    // One that was deleted while it was read about is attached nowhere.
    private async Task<IReadOnlyList<string>> TargetsAsync(string policyId, CancellationToken cancellationToken)
    {
        try
        {
            return await organizations.ListTargetsForPolicyAsync(policyId, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException exception) when (exception.Problem.Kind == ProblemKind.NotFound)
        {
            return [];
        }
    }
}
