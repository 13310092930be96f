namespace SonraiControlTower.Dig.Tests;

public sealed class FindTests
{
    [Fact]
    public async Task Accounts_are_found_with_the_collector_that_has_them()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.AddAccounts(tenant.AddCollector("east"), ["000000000001"]);
        tenant.AddAccounts(tenant.AddCollector("west"), ["000000000002"]);

        var found = await FindAsync(tenant, ["000000000001", "000000000002", "000000000003"]);

        found.Select(account => (account.AccountId, account.Collector)).ShouldBe([("000000000001", "east"), ("000000000002", "west")]);
    }

    [Fact]
    public async Task An_account_that_only_mentions_the_digits_is_not_taken_for_it()
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        tenant.Server.AddAccount(collector.Srn, """{"accountNumber":"000000000002","roleArn":"arn:aws:iam::000000000001:role/central"}""");

        (await FindAsync(tenant, ["000000000001"])).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_is_found_behind_many_that_mention_its_digits()
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        foreach (var number in Enumerable.Range(100, 45))
        {
            tenant.Server.AddAccount(collector.Srn, $$"""{"accountNumber":"{{TestTenant.Id(number)}}","roleArn":"arn:aws:iam::000000000001:role/central"}""");
        }

        tenant.AddAccounts(collector, ["000000000001"]);

        (await FindAsync(tenant, ["000000000001"])).ShouldHaveSingleItem().AccountId.ShouldBe("000000000001");
    }

    [Theory]
    [InlineData(120, 3)]
    [InlineData(600, 0)]
    public async Task Many_accounts_are_looked_for_in_few_requests(int count, int searches)
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        var ids = Enumerable.Range(1, count).Select(TestTenant.Id).ToArray();
        tenant.AddAccounts(collector, ids);

        (await FindAsync(tenant, ids)).Count.ShouldBe(count);

        tenant.Server.Record.Count("FindPlatformCloudAccount").ShouldBe(searches);
        tenant.Server.Record.Count("PlatformCloudAccounts").ShouldBe(searches == 0 ? 1 : 0);
    }

    [Fact]
    public async Task Nothing_asked_for_asks_nothing()
    {
        await using var tenant = await TestTenant.StartAsync();

        (await FindAsync(tenant, [])).ShouldBeEmpty();

        tenant.Server.Record.Requests.ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<SonraiAccount>> FindAsync(TestTenant tenant, IEnumerable<string> ids) =>
        tenant.Dig.CloudAccounts.FindAsync([.. ids.Select(AccountId.Parse)], default);
}
