using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class RemoveTokenTests
{
    [Fact]
    public async Task A_removed_token_is_gone_and_no_longer_good()
    {
        await using var tenant = await TestTenant.StartAsync();
        var (made, secret) = await tenant.Dig.Tokens.CreateAsync("old", TimeSpan.FromHours(2), default);

        await tenant.Dig.Tokens.RemoveAsync(await ListedAsync(tenant, made.Name), default);

        (await tenant.Dig.Tokens.ListAsync(default).ToListAsync()).ShouldNotContain(token => token.Name == "old");
        (await tenant.Dig.Tokens.TestAsync(secret, default)).Status.ShouldBe(TokenStatus.Refused);
    }

    [Fact]
    public async Task A_tenant_without_the_operation_is_told_by_name_and_not_asked_to_do_it()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersTokenRemoval = false });

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.RemoveAsync(await ListedAsync(tenant, "test"), default));

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldContain("'DeleteSonraiUserToken'");
        problem.Message.ShouldContain("'Mutation'");
        problem.Remedy.ShouldContain("portal");
        tenant.Server.Record.Count("DeleteSonraiUserToken").ShouldBe(0);
    }

    [Fact]
    public async Task The_schema_is_asked_once_for_a_session()
    {
        await using var tenant = await TestTenant.StartAsync();
        await tenant.Dig.Tokens.CreateAsync("one", TimeSpan.FromHours(2), default);
        await tenant.Dig.Tokens.CreateAsync("two", TimeSpan.FromHours(2), default);

        await tenant.Dig.Tokens.RemoveAsync(await ListedAsync(tenant, "one"), default);
        await tenant.Dig.Tokens.RemoveAsync(await ListedAsync(tenant, "two"), default);

        tenant.Server.Record.Count("SchemaType").ShouldBe(1);
    }

    [Theory]
    [InlineData("srn:crc90210::SonraiUserToken/none")]
    [InlineData(null)]
    public async Task A_token_that_is_not_there_is_not_found(string? srn)
    {
        await using var tenant = await TestTenant.StartAsync();

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.RemoveAsync(new SonraiToken { Name = "gone", Srn = srn }, default));

        problem.Id.ShouldBe("TokenNotFound");
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_reading()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        await tenant.Dig.Tokens.CreateAsync("old", TimeSpan.FromHours(2), default);
        var token = await ListedAsync(tenant, "old");
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.CutAfterForwarding);

        await tenant.Dig.Tokens.RemoveAsync(token, default);

        tenant.Server.Record.Count("DeleteSonraiUserToken").ShouldBe(1);
    }

    [Fact]
    public async Task A_removal_that_never_arrived_is_told()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var token = await ListedAsync(tenant, "test");
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.CutBeforeForwarding);

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.RemoveAsync(token, default));

        problem.Id.ShouldBe("DigUnreachable");
    }

    private static async Task<SonraiToken> ListedAsync(TestTenant tenant, string name) =>
        (await tenant.Dig.Tokens.ListAsync(default).ToListAsync()).Single(token => token.Name == name);
}
