using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class UnregistrationTests
{
    [Fact]
    public async Task Registrations_end_in_one_request()
    {
        await using var tenant = await TestTenant.StartAsync();
        var accounts = await RegisteredAsync(tenant, 3);

        var problems = await tenant.Dig.CloudAccounts.UnregisterAsync(accounts, default);

        problems.ShouldBeEmpty();
        tenant.Server.Registered.ShouldBeEmpty();
        tenant.Server.Record.Count("DeletePlatformcloudaccount").ShouldBe(1);
    }

    [Fact]
    public async Task What_the_tenant_refuses_is_told_of_that_account_alone()
    {
        await using var tenant = await TestTenant.StartAsync();
        var accounts = await RegisteredAsync(tenant, 2);

        var problems = await tenant.Dig.CloudAccounts.UnregisterAsync(
            [accounts[0], new SonraiAccount { AccountId = TestTenant.Id(9), Collector = "prod", Srn = "srn:none" }, accounts[1]], default);

        var (id, problem) = problems.ShouldHaveSingleItem();
        id.ShouldBe(AccountId.Parse(TestTenant.Id(9)));
        problem.Id.ShouldBe("UnregistrationRefused");
    }

    [Fact]
    public async Task A_lost_answer_is_a_problem_of_each_account_and_settled_by_the_use_case()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var accounts = await RegisteredAsync(tenant, 2);

        tenant.Proxy.Script(ProxyFault.CutAfterForwarding);
        var problems = await tenant.Clock.RunAsync(new AccountUnregistrar(tenant.Dig).UnregisterAsync(accounts, default));

        problems.ShouldBeEmpty();
        tenant.Server.Record.Count("DeletePlatformcloudaccount").ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_never_arrived_leaves_each_account_with_its_problem()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var accounts = await RegisteredAsync(tenant, 2);

        tenant.Proxy.Script(ProxyFault.CutBeforeForwarding);
        var problems = await tenant.Clock.RunAsync(new AccountUnregistrar(tenant.Dig).UnregisterAsync(accounts, default));

        problems.Values.ShouldAllBe(problem => problem.Id == "DigUnreachable");
        problems.Count.ShouldBe(2);
    }

    private static async Task<List<SonraiAccount>> RegisteredAsync(TestTenant tenant, int count)
    {
        var collector = tenant.AddCollector();
        tenant.AddAccounts(collector, Enumerable.Range(1, count).Select(TestTenant.Id));
        return await tenant.Dig.CloudAccounts.ListAsync(collector, default).ToListAsync();
    }
}
