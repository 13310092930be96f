namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>
/// An organization that is computed rather than kept: account number <c>i</c> lies in unit <c>i % units</c>. A page is written from arithmetic,
/// so 10,000 accounts cost what 10 do.
/// </summary>
/// <param name="Accounts">How many accounts there are.</param>
/// <param name="UnitPaths">The units, each after the one above it, such as <c>/Workloads</c>, <c>/Workloads/Prod</c>; none puts all accounts into the root.</param>
public sealed record WireEstate(int Accounts, params IReadOnlyList<string> UnitPaths)
{
    public const string OrganizationId = "o-exampleorgid";
    public const string ManagementAccountId = "111111111111";
    public const string RootId = "r-exam";

    /// <summary>The state of an account by its number; all are ACTIVE if not said otherwise.</summary>
    public Func<int, string> StateOf { get; init; } = _ => "ACTIVE";

    public static string AccountId(int number) => $"{200_000_000_000L + number}";

    public static string UnitId(int unit) => $"ou-exam-{unit:x8}";

    /// <summary>The places that hold accounts: the units, or the root if there are none.</summary>
    internal int Holders => Math.Max(UnitPaths.Count, 1);

    /// <summary>Which place an id names, counted as <see cref="Holders"/> does; null if it is none.</summary>
    internal int? HolderOf(string parentId) =>
        UnitPaths.Count == 0 ? (parentId == RootId ? 0 : null)
        : Enumerable.Range(0, UnitPaths.Count).Cast<int?>().FirstOrDefault(unit => UnitId(unit!.Value) == parentId);

    internal bool IsParent(string id) => id == RootId || HolderOf(id) is not null;

    /// <summary>The units directly below a parent.</summary>
    internal IEnumerable<int> UnitsBelow(string parentId)
    {
        var above = parentId == RootId ? "" : HolderOf(parentId) is { } holder ? UnitPaths[holder] : null;
        return Enumerable.Range(0, UnitPaths.Count).Where(unit => UnitPaths[unit][..UnitPaths[unit].LastIndexOf('/')] == above);
    }
}
