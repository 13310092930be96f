global using Microsoft.Extensions.Time.Testing;

namespace SonraiControlTower.Engine.Tests;

/// <summary>An engine as most tests want it: one tenant, two collectors, a clock that stands still.</summary>
internal static class Engines
{
    public const string Tenant = "acme";
    public static readonly SonraiCollector Blue = new("blue", "srn:acme::PlatformAccount/blue", "aws");
    public static readonly SonraiCollector Green = new("green", "srn:acme::PlatformAccount/green", "sonraiSaaS");
    public static readonly SonraiCollector Azure = new("azure", "srn:acme::PlatformAccount/azure", "azure");

    public static readonly AccountId First = AccountId.Parse("111122223333");
    public static readonly AccountId Second = AccountId.Parse("222233334444");
    public static readonly AccountId Third = AccountId.Parse("333344445555");

    /// <summary>A quarter of a second past a full one: tokens count in whole seconds, clocks do not.</summary>
    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero));

    public static LocalDig Started(TimeProvider? clock = null) => new(Tenant, [Blue, Azure, Green], clock ?? Clock());

    public static RegistrationRequest Request(AccountId id) => new(
        id, $"arn:aws:iam::{id}:role/sonrai-collector-role", $"arn:aws:iam::{id}:role/sonrai-bot-role", DateTimeOffset.UnixEpoch);

    public static async Task<SonraiAccount> RegisteredAsync(this LocalDig dig, AccountId id, SonraiCollector? collector = null)
    {
        await dig.CloudAccounts.RegisterAsync(collector ?? Blue, [Request(id)], default);
        return (await dig.CloudAccounts.FindAsync([id], default)).ShouldHaveSingleItem();
    }

    public static async Task ShouldBeRefusedAsync(this Task call, string problemId) =>
        (await call.ShouldThrowAsync<SonraiException>()).Problem.Id.ShouldBe(problemId);
}
