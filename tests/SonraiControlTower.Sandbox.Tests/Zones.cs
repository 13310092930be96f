global using Microsoft.Extensions.Time.Testing;

namespace SonraiControlTower.Sandbox.Tests;

/// <summary>What tests of the landing zone share.</summary>
internal static class Zones
{
    public static readonly AccountId Management = AccountId.Parse("111122223333");
    public static readonly AccountId Audit = AccountId.Parse("222233334444");

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public static OrgAccount Account(this LandingZone zone, AccountId id) =>
        zone.Accounts().Single(account => account.AccountId == id.ToString());

    public static IReadOnlyList<OrgAccount> Accounts(this LandingZone zone) => zone.Read(0, int.MaxValue / 2, parentId: null).Accounts;

    public static IReadOnlyList<AccountId> Ids(this IEnumerable<OrgAccount> accounts) =>
        [.. accounts.Select(account => AccountId.Parse(account.AccountId))];

    /// <summary>Where an account is now.</summary>
    public static string ParentOf(this LandingZone zone, AccountId id) => zone.Root.SelfAndBelow()
        .Single(unit => zone.Read(0, int.MaxValue / 2, unit.Id).Accounts.Any(account => account.AccountId == id.ToString())).Id;

    /// <summary>The problem of a call that must be refused.</summary>
    public static Problem Refusal(Action call) => Should.Throw<SonraiException>(call).Problem;
}
