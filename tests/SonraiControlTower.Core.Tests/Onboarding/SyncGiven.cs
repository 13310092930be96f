using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>What tests of the reconcile share: an organization and a Dig, and a run as the command, or a Lambda function, makes one.</summary>
internal static class SyncGiven
{
    public static SyncPlan Plan { get; } = SyncPlan.Of(Given.Role, Given.Plan, FakeDig.Blue, "aws");

    public static async Task<Synced> SyncAsync(this FakeAws aws, FakeDig dig, SyncPlan? plan = null, params AccountId[] excluded)
    {
        var sync = new AccountSync(aws, dig, new AwsAccess(), plan ?? Plan, aws.Clock);
        var drift = await sync.ReadAsync(excluded, default);
        var news = await sync.ApplyAsync(drift, [.. drift.Open], default).ReadAllAsync();
        return new([.. drift.Known, .. news.OfType<SyncEnd>().Select(end => end.Result)], [.. news.OfType<SyncEnd>().Select(end => end.Problem).OfType<Problem>()]);
    }

    public static Task<SyncDrift> DriftAsync(this FakeAws aws, FakeDig dig) =>
        new AccountSync(aws, dig, new AwsAccess(), Plan, aws.Clock).ReadAsync([], default);
}

internal sealed record Synced(IReadOnlyList<AccountSyncResult> Results, IReadOnlyList<Problem> Problems)
{
    public AccountSyncResult Of(int number) => Results.Single(result => result.AccountId == Given.Id(number).ToString());

    public int Count(string status) => Results.Count(result => result.Status == status);
}
