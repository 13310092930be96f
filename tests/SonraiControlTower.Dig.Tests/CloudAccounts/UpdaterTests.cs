using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

/// <summary>Core's use case over this door and a wire that breaks.</summary>
public sealed class UpdaterTests
{
    private const string Operation = "UpdatePlatformcloudaccount";

    public static TheoryData<string> ForwardedFaults => ["cut", "truncated", "garbage", "502"];

    [Theory]
    [MemberData(nameof(ForwardedFaults))]
    public async Task A_change_whose_answer_was_lost_is_settled_by_reading_and_not_sent_twice(string fault)
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 3);
        ScriptMutation(tenant, FaultOf(fault));

        var ends = await tenant.Clock.RunAsync(updater.ApplyAsync(updates, default));

        ends.Values.ShouldAllBe(end => end.Problem == null && end.Result.Status == AccountUpdateStatus.Done);
        tenant.Server.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_that_never_arrived_is_told_and_not_sent_again()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 2);
        ScriptMutation(tenant, ProxyFault.CutBeforeForwarding);

        var ends = await tenant.Clock.RunAsync(updater.ApplyAsync(updates, default));

        ends.Values.ShouldAllBe(end => end.Problem!.Id == "AccountUpdateAnswerLost" && end.Result.Status == AccountUpdateStatus.Failed);
        tenant.Server.Record.Count(Operation).ShouldBe(0);
    }

    [Fact]
    public async Task Run_again_only_what_is_missing_is_sent()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 2);
        tenant.Server.Refuse("000000000002", "a discovery is running");
        await updater.ApplyAsync(updates, default);

        var (left, ends) = await updater.ConsiderAsync([.. updates.Select(update => (AccountId.Parse(update.Account.AccountId), (string?)null))], default);

        left.ShouldHaveSingleItem().Account.AccountId.ShouldBe("000000000002");
        ends.ShouldHaveSingleItem().Value.Result.Status.ShouldBe(AccountUpdateStatus.AlreadyDone);
    }

    [Fact]
    public async Task A_reading_back_that_breaks_is_asked_again()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 1);
        ScriptMutation(tenant, ProxyFault.CutAfterForwarding, ProxyFault.Answer(502), ProxyFault.TruncateBody, ProxyFault.None, ProxyFault.Answer(429, "5"));

        var ends = await tenant.Clock.RunAsync(updater.ApplyAsync(updates, default));

        ends.Values.ShouldHaveSingleItem().Result.Status.ShouldBe(AccountUpdateStatus.Done);
        tenant.Server.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task Where_Dig_cannot_be_read_after_the_change_each_account_is_told()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 2);
        ScriptMutation(tenant, ProxyFault.None, ProxyFault.Answer(403));

        var ends = await tenant.Clock.RunAsync(updater.ApplyAsync(updates, default));

        ends.Count.ShouldBe(2);
        ends.Values.ShouldAllBe(end => end.Problem!.Id == "WrongTenant" && end.Result.Status == AccountUpdateStatus.Failed);
        tenant.Server.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task A_throttled_change_is_sent_when_the_tenant_allows_it()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 1);
        ScriptMutation(tenant, ProxyFault.Answer(429, "30"));

        var ends = await tenant.Clock.RunAsync(updater.ApplyAsync(updates, default));

        ends.Values.ShouldHaveSingleItem().Result.Status.ShouldBe(AccountUpdateStatus.Done);
        tenant.Clock.Pauses[0].ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Where_the_blobs_cannot_be_read_nothing_is_sent()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (updater, updates) = await PrepareAsync(tenant, 1);
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.None, ProxyFault.Answer(401));

        var problem = await Throws.ProblemOf(tenant.Clock.RunAsync(updater.ApplyAsync(updates, default)));

        problem.Id.ShouldBe("TokenRefused");
        tenant.Server.Record.Count(Operation).ShouldBe(0);
    }

    /// <summary>Before the change, the schema is asked, then for the collectors, then for the accounts: one collector ends the looking.</summary>
    private static void ScriptMutation(TestTenant tenant, params IEnumerable<ProxyFault> faults) =>
        tenant.Proxy.Script([ProxyFault.None, ProxyFault.None, ProxyFault.None, .. faults]);

    private static ProxyFault FaultOf(string name) => name switch
    {
        "cut" => ProxyFault.CutAfterForwarding,
        "truncated" => ProxyFault.TruncateBody,
        "garbage" => ProxyFault.GarbageBody,
        _ => ProxyFault.AnswerAfterForwarding(502),
    };

    private static async Task<(AccountUpdater Updater, IReadOnlyList<AccountUpdate> Updates)> PrepareAsync(TestTenant tenant, int count)
    {
        string[] ids = [.. Enumerable.Range(1, count).Select(TestTenant.Id)];
        tenant.AddAccounts(tenant.AddCollector(), ids);
        var updater = new AccountUpdater(tenant.Dig, AccountRoleChange.Of("new-reader", null, removesBotRole: false), force: true);
        var (updates, _) = await updater.ConsiderAsync([.. ids.Select(id => (AccountId.Parse(id), (string?)null))], default);
        return (updater, updates);
    }
}
