namespace SonraiControlTower.Dig.Tests;

public sealed class EstateTests
{
    [Fact]
    public async Task Ten_thousand_accounts_are_registered_in_a_hundred_requests_and_listed_in_ten()
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        var ids = Enumerable.Range(1, 10_000).Select(TestTenant.Id).ToList();

        foreach (var batch in ids.Chunk(AccountRegistrar.BatchSize))
        {
            var answers = await tenant.Dig.CloudAccounts.RegisterAsync(collector, [.. batch.Select(TestTenant.Request)], default);
            answers.ShouldAllBe(answer => answer.Outcome == RegistrationOutcome.Made);
        }

        var listed = await tenant.Dig.CloudAccounts.ListAsync(collector, default).ToListAsync();

        listed.Select(account => account.AccountId).ShouldBe(ids);
        tenant.Server.Record.Count("createSubAccount").ShouldBe(100);
        tenant.Server.Record.Count("PlatformCloudAccounts").ShouldBe(10);
    }

    [Fact]
    public async Task Many_sessions_register_at_once_without_losing_an_account()
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        var ids = Enumerable.Range(1, 800).Select(TestTenant.Id).ToList();

        await Task.WhenAll(ids.Chunk(100).Select(batch =>
            tenant.Dig.CloudAccounts.RegisterAsync(collector, [.. batch.Select(TestTenant.Request)], default)));

        tenant.Server.Registered.Order().ShouldBe(ids);
    }
}
