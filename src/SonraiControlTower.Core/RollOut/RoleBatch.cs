namespace SonraiControlTower;

/// <summary>The accounts of one operation, and how AWS is told of them.</summary>
internal sealed record RoleBatch(DeploymentTargets Targets, IReadOnlyList<OrgAccount> Accounts)
{
    /// <summary>How many accounts are named in one request. An operation that is broken off then leaves no more than these open.</summary>
    public const int Size = 1000;

    /// <summary>The batches of an installation: none where there is nobody to deploy to, which AWS would refuse.</summary>
    public static IEnumerable<RoleBatch> Of(RollOutPlan plan, RollOutWork work, IReadOnlyList<OrgAccount> accounts)
    {
        if (!plan.IsServiceManaged)
        {
            return Of(plan, accounts, account => account.OrganizationalUnitId);
        }

        // The units as a whole only if nobody of them was left out, be it by the one who was asked for each.
        var meant = accounts.Select(account => account.AccountId).ToHashSet();
        var members = work.Scope.Accounts.Where(account => account is { IsActive: true, IsManagementAccount: false });
        var whole = work.Scope.OrganizationalUnitIds.Count > 0
            && members.All(account => meant.Contains(account.AccountId) || RoleInstances.IsCurrent(work.Instances.Of(account)));
        return whole && (accounts.Count > 0 || work.NewUnits.Count > 0)
            ? [new(Whole(work.Scope), accounts)]
            : Of(plan, accounts, account => account.OrganizationalUnitId);
    }

    /// <summary>Accounts one by one; for a service-managed set through the units that they are in.</summary>
    public static IEnumerable<RoleBatch> Of(RollOutPlan plan, IReadOnlyList<OrgAccount> accounts, Func<OrgAccount, string?> unitOf) =>
        !plan.IsServiceManaged
            ? accounts.Chunk(Size).Select(chunk => new RoleBatch(DeploymentTargets.Of(chunk.Select(Id)), chunk))
            : accounts.GroupBy(unitOf)
                .Chunk(DeploymentTargets.MostUnits)
                .Select(units => (Units: units.Select(unit => unit.Key!), Accounts: units.SelectMany(unit => unit).ToList()))
                .Select(one => new RoleBatch(
                    DeploymentTargets.In(one.Units, AccountFilter.Intersection, one.Accounts.Select(Id)), one.Accounts));

    private static DeploymentTargets Whole(RollOutScope scope) => scope.Excluded.Count == 0
        ? DeploymentTargets.In(scope.OrganizationalUnitIds)
        : DeploymentTargets.In(scope.OrganizationalUnitIds, AccountFilter.Difference, scope.Excluded);

    private static AccountId Id(OrgAccount account) => AccountId.Parse(account.AccountId);
}
