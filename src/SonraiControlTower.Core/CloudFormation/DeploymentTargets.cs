namespace SonraiControlTower;

/// <summary>
/// Where stacks of a set go: accounts one by one, or organizational units with a filter of accounts
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html">DeploymentTargets</see>).
/// </summary>
public sealed record DeploymentTargets
{
    /// <summary>How many units AWS takes in one request.</summary>
    public const int MostUnits = 50;

    private DeploymentTargets(IReadOnlyList<AccountId> accounts, IReadOnlyList<string> units, string? filter)
    {
        Accounts = accounts;
        OrganizationalUnitIds = units;
        AccountFilter = filter;
    }

    /// <summary>The accounts themselves, or those that the filter is about.</summary>
    public IReadOnlyList<AccountId> Accounts { get; }

    /// <summary>The units, units below them included; empty where accounts are named one by one.</summary>
    public IReadOnlyList<string> OrganizationalUnitIds { get; }

    /// <summary>A word of <see cref="SonraiControlTower.AccountFilter"/>; null without units.</summary>
    public string? AccountFilter { get; }

    /// <summary>Accounts one by one, as a self-managed set has them.</summary>
    /// <exception cref="SonraiException"><c>NoDeploymentTarget</c> for none.</exception>
    public static DeploymentTargets Of(IEnumerable<AccountId> accounts) => new(Some(accounts.ToList()), [], null);

    /// <summary>Every account of these units and of the units below them.</summary>
    /// <exception cref="SonraiException"><c>NoDeploymentTarget</c> for none or more than 50, <c>MalformedAwsName</c>.</exception>
    public static DeploymentTargets In(IEnumerable<string> units) => new([], Units(units), SonraiControlTower.AccountFilter.None);

    /// <summary>
    /// Of these units, the accounts that the filter leaves (and, for UNION, the accounts besides). A service-managed set knows single accounts only
    /// so: as the INTERSECTION with a unit that has them, such as the root.
    /// </summary>
    /// <param name="units">The units' ids.</param>
    /// <param name="filter">INTERSECTION, DIFFERENCE or UNION.</param>
    /// <param name="accounts">The accounts that the filter is about.</param>
    /// <exception cref="SonraiException"><c>NoDeploymentTarget</c> for none or more than 50, <c>MalformedAwsName</c>.</exception>
    public static DeploymentTargets In(IEnumerable<string> units, string filter, IEnumerable<AccountId> accounts) =>
        new(Some(accounts.ToList()), Units(units), filter);

    private static List<string> Units(IEnumerable<string> units)
    {
        var checkedUnits = Some(units.Select(AwsNames.Unit).ToList());
        return checkedUnits.Count <= MostUnits ? checkedUnits : throw new SonraiException(CloudFormationProblems.NoTarget(checkedUnits.Count));
    }

    private static List<T> Some<T>(List<T> items) =>
        items.Count > 0 ? items : throw new SonraiException(CloudFormationProblems.NoTarget(0));
}

/// <summary>What the accounts beside organizational units mean.</summary>
public static class AccountFilter
{
    /// <summary>Every account of the units.</summary>
    public const string None = "NONE";

    /// <summary>Only the named accounts of the units.</summary>
    public const string Intersection = "INTERSECTION";

    /// <summary>Every account of the units but the named ones.</summary>
    public const string Difference = "DIFFERENCE";

    /// <summary>Every account of the units, and the named ones besides.</summary>
    public const string Union = "UNION";
}
