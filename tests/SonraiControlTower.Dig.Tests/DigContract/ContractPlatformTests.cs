using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractPlatformTests
{
    [Theory]
    [InlineData("", "operator@example.com in@example.com out@example.com")]
    [InlineData("(where: { isActive: true })", "operator@example.com in@example.com")]
    [InlineData("(where: { isActive: false })", "out@example.com")]
    public async Task Users_are_filtered_by_a_bare_scalar(string where, string expected)
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        server.AddUser("In", "in@example.com");
        server.AddUser("Out", "out@example.com", isActive: false);

        var data = await client.DataAsync($"query {{ SonraiUsers{where} {{ count items(limit: 5) {{ srn name email isActive lastLogin }} }} }}");

        var card = data.GetProperty("SonraiUsers");
        Joined(card, "email").ShouldBe(expected);
        card.GetProperty("count").GetInt32().ShouldBe(expected.Split(' ').Length);
    }

    [Fact]
    public async Task The_tokens_own_user_is_one_of_the_users()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);

        var data = await client.DataAsync("query { SonraiUsers { items { srn } } SonraiCurrentUsers { items { srn } } }");

        data.GetProperty("SonraiUsers").ToString().ShouldBe(data.GetProperty("SonraiCurrentUsers").ToString());
        Joined(data.GetProperty("SonraiUsers"), "srn").ShouldBe(server.UserSrn);
    }

    [Fact]
    public async Task The_audit_log_is_read_between_two_dates()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var day = DateTimeOffset.FromUnixTimeSeconds(1735689600);
        foreach (var number in Enumerable.Range(0, 4))
        {
            server.AddAuditLog($"Event{number}", $"message {number}", day.AddDays(number));
        }

        var data = await client.DataAsync(
            """
            query A($from: DateTime, $to: DateTime) {
              SonraiAuditLogs(where: { fromDate: { value: $from }, toDate: { value: $to } }) {
                count
                items(limit: 1, offset: 1) {
                  srn resourceId type actorSrn createdDate resourceSrn actionType eventName message actor { name email srn }
                }
              }
              whole: SonraiAuditLogs { count }
            }
            """,
            new JsonObject { ["from"] = 1735776000, ["to"] = "2025-01-03" });

        data.GetProperty("SonraiAuditLogs").GetProperty("count").GetInt32().ShouldBe(2);
        var entry = data.GetProperty("SonraiAuditLogs").GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("eventName").GetString().ShouldBe("Event2");
        entry.GetProperty("createdDate").GetDateTimeOffset().ShouldBe(day.AddDays(2));
        entry.GetProperty("actor").GetProperty("srn").GetString().ShouldBe(server.UserSrn);
        data.GetProperty("whole").GetProperty("count").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task A_saved_search_is_listed_and_gives_its_result()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        const string result = """{"Identities":{"count":1,"items":[{"srn":"srn:aws:iam::1/User/User/a"}]}}""";
        server.AddSearch("BOT: Identities", result);

        var data = await client.DataAsync(
            "query S($name: String!) { Searches { count items(limit: 5000) { name srn } } ExecuteSavedQuery { Query(name: $name, overrideVariables: true) } }",
            new JsonObject { ["name"] = "BOT: Identities" });

        Joined(data.GetProperty("Searches"), "name").ShouldBe("BOT: Identities");
        data.GetProperty("ExecuteSavedQuery").GetProperty("Query").GetRawText().ShouldBe(result);
    }

    [Fact]
    public async Task A_search_that_nobody_saved_is_an_error()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);

        var (_, body) = await client.PostAsync("query { ExecuteSavedQuery { Query(name: \"none\") } }", null);

        body.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("'none'");
        body.GetProperty("data").GetProperty("ExecuteSavedQuery").GetProperty("Query").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string Joined(JsonElement card, string field) =>
        string.Join(' ', card.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(field).GetString()));
}
