using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task Collectors_of_aws_and_those_that_sonrai_runs_are_listed_with_their_kind()
    {
        await using var tenant = await TestTenant.StartAsync();
        var own = tenant.Server.AddCollector("own", "aws");
        tenant.Server.AddCollector("blue", "azure");
        var hosted = tenant.Server.AddCollector("hosted", "sonraiSaaS");

        var collectors = await tenant.Dig.Collectors.ListAsync(default).ToListAsync();

        collectors.ShouldBe([new SonraiCollector("own", own, "aws"), new SonraiCollector("hosted", hosted, "sonraiSaaS")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_aws_accounts_of_one_collector_are_listed(bool blobAsText)
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { BlobAsText = blobAsText });
        var collector = tenant.AddCollector("prod");
        tenant.AddAccounts(collector, ["000000000001"]);
        tenant.AddAccounts(tenant.AddCollector("other"), ["000000000002"]);
        tenant.Server.AddAccount(collector.Srn, """{"subscriptionId":"s"}""", "azure");
        tenant.Server.AddAccount(collector.Srn, """{"resourceType":"project"}""");
        await tenant.Dig.CloudAccounts.RegisterAsync(collector, [TestTenant.Request("000000000003")], default);

        var accounts = await tenant.Dig.CloudAccounts.ListAsync(collector, default).ToListAsync();

        accounts.Select(account => (account.AccountId, account.Collector, account.RegisteredBy)).ShouldBe(
            [("000000000001", "prod", null), ("000000000003", "prod", RegistrationRequest.RegisteredBy)]);
    }
}
