namespace SonraiControlTower.Sandbox;

/// <summary>
/// Which accounts a request means
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html">DeploymentTargets</see>).
/// </summary>
internal sealed class TargetResolver(LandingZone zone)
{
    /// <summary>The accounts, each with the unit that brings it in.</summary>
    /// <exception cref="AwsFault">ValidationError: not targets of this kind of set.</exception>
    public IReadOnlyList<(AccountId Account, string? Unit)> Resolve(StackSetState set, DeploymentTargets targets, bool mayNameAccounts)
    {
        if (!set.IsServiceManaged)
        {
            return targets.OrganizationalUnitIds.Count == 0
                ? [.. targets.Accounts.Distinct().Select(account => (account, (string?)null))]
                : throw StackSetRefusals.AccountsOnly;
        }

        if (targets.OrganizationalUnitIds.Count == 0)
        {
            return mayNameAccounts ? [.. Besides(targets.Accounts)] : throw StackSetRefusals.UnitsOnly;
        }

        foreach (var unit in targets.OrganizationalUnitIds)
        {
            if (zone.Place(unit) is null)
            {
                throw AwsFault.Validation($"Organizational unit {unit} does not exist");
            }
        }

        // INVARIANT: StackSets never deploys to the management account by an organizational unit, nor by a filter.
        return [.. Filtered(targets).Where(one => one.Account != zone.Management)];
    }

    private IEnumerable<(AccountId Account, string? Unit)> Filtered(DeploymentTargets targets)
    {
        var named = targets.Accounts.ToHashSet();
        var below = zone.AccountsBelow(targets.OrganizationalUnitIds).Select(one => (one.Account, (string?)one.Unit));
        return targets.AccountFilter switch
        {
            AccountFilter.Intersection => below.Where(one => named.Contains(one.Account)),
            AccountFilter.Difference => below.Where(one => !named.Contains(one.Account)),
            AccountFilter.Union => below.Concat(Besides(targets.Accounts)).DistinctBy(one => one.Account),
            _ => below,
        };
    }

    private IEnumerable<(AccountId Account, string? Unit)> Besides(IEnumerable<AccountId> accounts) =>
        accounts.Distinct().Where(account => account != zone.Management).Select(account => (account, zone.FindMember(account)?.ParentId));
}
