namespace SonraiControlTower;

/// <summary>Which accounts of an organization are wanted. Every filter that is set must hold.</summary>
public sealed record AccountQuery
{
    /// <summary>Only these accounts; empty for all.</summary>
    public IReadOnlySet<AccountId> Ids { get; init; } = new HashSet<AccountId>();

    /// <summary>Only accounts of these organizational units, each by id, path or name; empty for the whole tree.</summary>
    public IReadOnlyList<string> OrganizationalUnits { get; init; } = [];

    /// <summary>With <see cref="OrganizationalUnits"/>: also the units below them.</summary>
    public bool Recurse { get; init; }

    /// <summary>Only accounts in these states; empty for all.</summary>
    public IReadOnlyCollection<string> Statuses { get; init; } = [];

    /// <summary>Only accounts whose name this accepts; null for all.</summary>
    public Func<string, bool>? NameMatches { get; init; }

    internal bool Accepts(OrgAccount account) =>
        (Ids.Count == 0 || Ids.Contains(AccountId.Parse(account.AccountId)))
        && (Statuses.Count == 0 || Statuses.Contains(account.Status, StringComparer.OrdinalIgnoreCase))
        && (NameMatches is null || NameMatches(account.Name));
}
