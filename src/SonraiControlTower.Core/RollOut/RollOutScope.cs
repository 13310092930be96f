namespace SonraiControlTower;

/// <summary>Which accounts are meant: named ones, or every one of some organizational units and of the units below them.</summary>
public sealed record RollOutScope
{
    private RollOutScope(IReadOnlyList<OrgAccount> accounts, IReadOnlyList<string> units, IReadOnlyList<AccountId> excluded)
    {
        Accounts = accounts;
        OrganizationalUnitIds = units;
        Excluded = excluded;
    }

    /// <summary>The accounts, those included that cannot be worked with.</summary>
    public IReadOnlyList<OrgAccount> Accounts { get; }

    /// <summary>The units that are meant as a whole, by id; empty where accounts were named one by one.</summary>
    public IReadOnlyList<string> OrganizationalUnitIds { get; }

    /// <summary>The accounts of those units that are not meant.</summary>
    public IReadOnlyList<AccountId> Excluded { get; }

    /// <summary>Accounts one by one.</summary>
    public static RollOutScope Of(IEnumerable<OrgAccount> accounts) => new([.. accounts], [], []);

    /// <summary>Named accounts, each completed with its place in the tree, which a service-managed set asks for.</summary>
    public static async Task<RollOutScope> LocateAsync(
        IReadOnlyList<OrgAccount> accounts, IOrganizations organizations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var lost = accounts.Where(account => account.OrganizationalUnitId is null).Select(account => AccountId.Parse(account.AccountId)).ToHashSet();
        if (lost.Count == 0)
        {
            return Of(accounts);
        }

        var found = await new OrganizationReader(organizations).ReadAsync(new AccountQuery { Ids = lost }, cancellationToken)
            .ToDictionaryAsync(account => account.AccountId, cancellationToken: cancellationToken).ConfigureAwait(false);
        return Of(accounts.Select(account => found.GetValueOrDefault(account.AccountId) ?? account));
    }

    /// <summary>Every account of these units and of the units below them, as StackSets has it; no unit means the whole organization.</summary>
    /// <exception cref="SonraiException"><c>OrganizationalUnitNotFound</c>, <c>OrganizationalUnitAmbiguous</c>.</exception>
    public static async Task<RollOutScope> ReadAsync(
        IOrganizations organizations, IReadOnlyList<string> units, IReadOnlyCollection<AccountId> excluded, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organizations);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(excluded);
        var reader = new OrganizationReader(organizations);
        var query = new AccountQuery { OrganizationalUnits = units, Recurse = true };
        var accounts = await reader.ReadAsync(query, cancellationToken)
            .Where(account => !excluded.Contains(AccountId.Parse(account.AccountId))).ToListAsync(cancellationToken).ConfigureAwait(false);
        var meant = units.Count == 0
            ? organizations.ListRootsAsync(cancellationToken)
            : reader.ReadUnitsAsync(cancellationToken).Where(unit => units.Any(unit.IsCalled));
        return new(accounts, await meant.Select(unit => unit.Id).ToListAsync(cancellationToken).ConfigureAwait(false), [.. excluded]);
    }
}
