using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractAccountUpdateTests
{
    private const string Update =
        "mutation U($srn: ID!, $value: PlatformcloudaccountUpdater!) { UpdatePlatformcloudaccount(srn: $srn, value: $value) { srn blob } }";

    [Fact]
    public async Task A_blob_takes_the_place_of_the_one_there_was()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srn = server.AddAccount(server.AddCollector("a"), """{"accountNumber":"000000000001","roleArn":"old","x":1}""");

        var data = await client.DataAsync(Update, Variables(srn, """{"blob":{"accountNumber":"000000000001","roleArn":"new"}}"""));

        data.GetProperty("UpdatePlatformcloudaccount").GetProperty("srn").GetString().ShouldBe(srn);
        server.BlobOf("000000000001").ShouldBe("""{"accountNumber":"000000000001","roleArn":"new"}""");
    }

    [Fact]
    public async Task A_value_without_a_blob_leaves_the_one_there_is()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srn = server.AddAccount(server.AddCollector("a"), """{"accountNumber":"000000000001"}""");

        await client.DataAsync(Update, Variables(srn, "{}"));

        server.BlobOf("000000000001").ShouldBe("""{"accountNumber":"000000000001"}""");
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_refused_by_name()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);

        var (_, body) = await client.PostAsync(Update, Variables("srn:none", """{"blob":{}}"""));

        body.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("no PlatformCloudAccount 'srn:none'");
    }

    [Fact]
    public async Task A_tenant_may_lack_it()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { OffersAccountUpdate = false });
        using var client = new ContractClient(server);

        var (_, body) = await client.PostAsync(Update, Variables("srn:none", """{"blob":{}}"""));

        body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("classification").GetString().ShouldBe("ValidationError");
    }

    private static JsonObject Variables(string srn, string value) => new() { ["srn"] = srn, ["value"] = JsonNode.Parse(value) };
}
