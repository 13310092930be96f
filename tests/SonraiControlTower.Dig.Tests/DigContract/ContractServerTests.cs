using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractServerTests
{
    private const string ByName = "query N($name: String) { PlatformAccounts(where: { name: { value: $name } }) { count } }";

    public static TheoryData<string> Variables => ["""{"name":"a"}""", """ "{\"name\":\"a\"}" """];

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task Variables_come_as_an_object_or_as_text(string variables)
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        server.AddCollector("a");
        server.AddCollector("b");

        var data = await client.DataAsync(ByName, JsonNode.Parse(variables));

        data.GetProperty("PlatformAccounts").GetProperty("count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Variables_may_be_null_or_absent()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);

        (await client.DataAsync("query { SonraiCurrentUsers { items { email } } }")).ToString().ShouldContain("operator@example.com");
        var (status, _) = await client.SendAsync(new JsonObject { ["query"] = "{ SonraiCurrentUsers { items { srn } } }" }, server.IssueToken());
        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Aliases_fragments_and_introspection_are_answered()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        server.AddCollector("a");

        var data = await client.DataAsync(
            "query { one: PlatformAccounts { ...c } two: PlatformAccounts { ...c } __schema { queryType { name } } } fragment c on PlatformAccountCard { items { name } }");

        data.GetProperty("one").ToString().ShouldBe(data.GetProperty("two").ToString());
        data.GetProperty("__schema").GetProperty("queryType").GetProperty("name").GetString().ShouldBe("Query");
    }

    [Fact]
    public async Task A_token_has_the_claims_of_the_contract_and_ends()
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        var token = server.IssueToken(TimeSpan.FromHours(2));

        TokenClaims.Read(new ApiToken(token)).ShouldBe(new TokenClaims("crc90210", "crc", clock.GetUtcNow().AddHours(2)) { IssuedAt = clock.GetUtcNow() });
        (await client.PostAsync(ByName, null, token)).Status.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(2));
        (await client.PostAsync(ByName, null, token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_by_status()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var revoked = server.IssueToken();
        server.Revoke(revoked);

        (await client.PostAsync(ByName, null, revoked)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.PostAsync(ByName, null, "not.a.token")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.PostAsync(ByName, null, server.IssueToken(org: "other"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.SendAsync(new JsonObject { ["query"] = ByName }, null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_page_that_is_too_large_makes_the_card_null_with_the_known_error()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { LargestPage = 1 });
        using var client = new ContractClient(server);
        server.AddCollector("a");
        server.AddCollector("b");

        var (_, body) = await client.PostAsync("query { PlatformAccounts { count items(limit: -1) { srn } } }", null);

        body.GetProperty("data").GetProperty("PlatformAccounts").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = body.GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe(
            "Exception while fetching data (/PlatformAccounts) : Unexpected exception while fetching Grpc data.");
        error.GetProperty("path").ToString().ShouldBe("""["PlatformAccounts"]""");
        error.GetProperty("extensions").GetProperty("classification").GetString().ShouldBe("DataFetchingException");
    }

    [Theory]
    [InlineData("name: { value: \"alpha\" }", 1)]
    [InlineData("name: { op: NEQ, value: \"alpha\" }", 2)]
    [InlineData("name: { op: EQ, value: \"ALPHA\", caseSensitive: false }", 1)]
    [InlineData("name: { op: IN_LIST, values: [\"alpha\", \"beta\"] }", 2)]
    [InlineData("name: { op: CONTAINS, value: \"a\" }", 3)]
    [InlineData("name: { op: NOT_CONTAINS, value: \"m\" }", 2)]
    [InlineData("name: { op: STARTS_WITH, value: \"ga\" }", 1)]
    [InlineData("name: { op: REGEX, value: \"^[ab]\" }", 2)]
    [InlineData("or: [{ name: { value: \"alpha\" } }, { name: { value: \"beta\" } }]", 2)]
    [InlineData("and: [{ name: { op: CONTAINS, value: \"a\" } }, { name: { op: CONTAINS, value: \"b\" } }]", 1)]
    [InlineData("not: { name: { value: \"alpha\" } }", 2)]
    public async Task The_filter_grammar_is_followed(string where, int expected)
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        foreach (var name in new[] { "alpha", "beta", "gamma" })
        {
            server.AddCollector(name);
        }

        var data = await client.DataAsync($"query {{ PlatformAccounts(where: {{ {where} }}) {{ count }} }}");

        data.GetProperty("PlatformAccounts").GetProperty("count").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_limit_a_page_has_the_default_size_and_minus_one_gives_all()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { DefaultPageSize = 2 });
        using var client = new ContractClient(server);
        foreach (var name in new[] { "a", "b", "c" })
        {
            server.AddCollector(name);
        }

        var data = await client.DataAsync("query { short: PlatformAccounts { count items { srn } } whole: PlatformAccounts { items(limit: -1) { srn } } }");

        data.GetProperty("short").GetProperty("count").GetInt32().ShouldBe(3);
        data.GetProperty("short").GetProperty("items").GetArrayLength().ShouldBe(2);
        data.GetProperty("whole").GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_blob_may_be_a_literal_in_the_document()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var collector = server.AddCollector("a");

        await client.DataAsync(
            $$"""mutation { aws0: CreatePlatformcloudaccount(value: { containedByAccount: { add: "{{collector}}" } cloudType: "aws" blob: { accountNumber: "000000000001" runDateTime: 1735689600000 } }) { srn blob } }""");

        server.Registered.ShouldBe(["000000000001"]);
    }

    [Fact]
    public async Task A_document_outside_the_contract_is_refused_before_anything_is_executed()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);

        var (_, body) = await client.PostAsync("query { Nonsense }", null);

        body.TryGetProperty("data", out _).ShouldBeFalse();
        body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("classification").GetString().ShouldBe("ValidationError");
    }

    [Fact]
    public async Task The_record_has_the_documents_and_no_token()
    {
        await using var tenant = await TestTenant.StartAsync();
        await tenant.Dig.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default);

        var request = tenant.Server.Record.Requests.ShouldHaveSingleItem();

        request.Operation.ShouldBe("GenerateSonraiUserToken");
        request.QueryName.ShouldBe("GenerateSonraiUserToken");
        request.Variables.ShouldBe("""{"expiresIn":7200,"name":"ci"}""");
        request.ToString().ShouldNotContain(tenant.Token.Reveal());
    }
}
