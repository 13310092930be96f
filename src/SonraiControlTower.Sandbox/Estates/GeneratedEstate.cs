using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>Makes up an estate of any size; the same size and seed give the same estate.</summary>
internal sealed class GeneratedEstate
{
    private const int AccountsPerUnit = 40;
    private const int UnitsPerUnit = 8;

    // AWS allows 2,000 units and five levels; 8 units in each keep 1,900 of them within four.
    private const int MostUnits = 1_900;
    private static readonly DateTimeOffset _founded = new(2019, 1, 7, 9, 0, 0, TimeSpan.Zero);

    private readonly SeededNumbers _numbers;
    private readonly HashSet<string> _ids = [];
    private int _named;

    private GeneratedEstate(int seed) => _numbers = new SeededNumbers(seed);

    public static EstateFile Of(int accounts, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(accounts, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(accounts, LandingZone.MostAccounts);
        return new GeneratedEstate(seed).Make(accounts, seed);
    }

    private EstateFile Make(int accounts, int seed)
    {
        var management = Account("Management") with { JoinedMethod = "INVITED" };
        var audit = Account("Audit");
        var units = Units(Math.Clamp(accounts / AccountsPerUnit, 1, MostUnits));
        var logs = Account("Log archive");
        var security = new EstateUnit("ou-gen0-security", "Security", [audit, logs], []);

        foreach (var _ in Enumerable.Range(0, accounts - 3))
        {
            var account = Account("Workload");
            var home = units[(int)_numbers.Below(units.Count)];
            home.Accounts.Add(_numbers.Below(50) == 0 ? account with { ClosedDaysAgo = 40 } : account);
        }

        var top = units.Take(UnitsPerUnit).Select(draft => draft.ToUnit());
        return new EstateFile(
            [$"Generated: {accounts} accounts, seed {seed}."],
            $"o-generated{seed:x8}",
            management.Id,
            new EstateCollector("generated-security", $"srn:{LandingZone.Tenant}::PlatformAccount/{seed:x8}", audit.Id),
            logs.Id,
            new EstateUnit("r-gen0", "Root", [management], [security, .. top]),
            []);
    }

    /// <summary>The first eight units are under the root, the next 64 under these, and so on.</summary>
    private static List<Draft> Units(int count)
    {
        var drafts = Enumerable.Range(0, count).Select(number => new Draft(number)).ToList();
        foreach (var draft in drafts.Skip(UnitsPerUnit))
        {
            drafts[(draft.Number / UnitsPerUnit) - 1].Units.Add(draft);
        }

        return drafts;
    }

    private EstateAccount Account(string what)
    {
        string id;
        do
        {
            id = _numbers.Below(1_000_000_000_000).ToString("D12", CultureInfo.InvariantCulture);
        }
        while (!_ids.Add(id));

        var number = _named++.ToString("D5", CultureInfo.InvariantCulture);
        return new EstateAccount(id, $"{what} {number}", $"aws+{number}@example.com", "CREATED", _founded.AddHours(_numbers.Below(50_000)));
    }

    private sealed record Draft(int Number)
    {
        public List<EstateAccount> Accounts { get; } = [];

        public List<Draft> Units { get; } = [];

        public EstateUnit ToUnit() => new(
            $"ou-gen0-{Number.ToString("D8", CultureInfo.InvariantCulture)}",
            $"Unit {Number}",
            Accounts,
            [.. Units.Select(draft => draft.ToUnit())]);
    }
}
