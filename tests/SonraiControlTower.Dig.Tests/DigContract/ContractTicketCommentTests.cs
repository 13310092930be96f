using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractTicketCommentTests
{
    private const string One =
        """
        mutation C($srn: String!, $by: String!, $body: String!) {
          CreateTicketComment(input: { body: $body, ticketSrn: $srn, createdBy: $by }) { resourceId srn createdBy createdDate body }
        }
        """;

    private const string Bulk =
        """
        mutation B($requests: [CreateTicketCommentRequestInput]) {
          CreateTicketCommentBulk(input: { requests: $requests }) { results { ticketComment { srn } success error } }
        }
        """;

    [Fact]
    public async Task A_comment_stays_with_its_ticket()
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());

        var data = await client.DataAsync(One, new JsonObject { ["srn"] = srn, ["by"] = server.UserSrn, ["body"] = "seen" });
        var read = await client.DataAsync("query { Tickets { items { comments { items { srn body createdBy createdDate } } } } }");

        var made = data.GetProperty("CreateTicketComment");
        made.GetProperty("createdDate").GetDateTimeOffset().ShouldBe(clock.GetUtcNow());
        made.GetProperty("srn").GetString().ShouldEndWith(made.GetProperty("resourceId").GetString()!);
        var listed = read.GetProperty("Tickets").GetProperty("items")[0].GetProperty("comments").GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        foreach (var field in new[] { "srn", "body", "createdBy", "createdDate" })
        {
            listed.GetProperty(field).GetString().ShouldBe(made.GetProperty(field).GetString());
        }
    }

    [Fact]
    public async Task A_comment_in_another_name_is_an_error_and_is_not_made()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());
        var other = server.AddUser("Other", "other@example.com");

        var (_, body) = await client.PostAsync(One, new JsonObject { ["srn"] = srn, ["by"] = other, ["body"] = "seen" });

        body.GetProperty("data").GetProperty("CreateTicketComment").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain(server.UserSrn);
        server.CommentsOn(srn).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_results_of_many_come_in_the_order_of_the_requests()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srns = server.AddTickets(2, _ => new ContractTicketSeed());
        server.RefuseComments(srns[1], "comments are closed");
        var requests = new JsonArray(
            Request("srn:crc90210::Ticket/none", server.UserSrn, "lost"),
            Request(srns[0], server.UserSrn, "first"),
            Request(srns[0], "srn:crc90210::SonraiUser/bot_user", "foreign"),
            Request(srns[1], server.UserSrn, "refused"),
            Request(srns[0], server.UserSrn, "second"));

        var data = await client.DataAsync(Bulk, new JsonObject { ["requests"] = requests });

        var results = data.GetProperty("CreateTicketCommentBulk").GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.GetProperty("success").GetBoolean()).ShouldBe([false, true, false, false, true]);
        results.Select(result => result.GetProperty("ticketComment").ValueKind == JsonValueKind.Null).ShouldBe([true, false, true, true, false]);
        results[0].GetProperty("error").GetString()!.ShouldContain("Ticket/none");
        results[1].GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        results[2].GetProperty("error").GetString()!.ShouldContain("createdBy");
        results[3].GetProperty("error").GetString().ShouldBe("comments are closed");
        server.CommentsOn(srns[0]).ShouldBe(["first", "second"]);
        server.CommentsOn(srns[1]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Comments_of_many_requests_at_once_are_all_kept()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            client.DataAsync(One, new JsonObject { ["srn"] = srn, ["by"] = server.UserSrn, ["body"] = $"{number}" })));

        server.CommentsOn(srn).ShouldBe(Enumerable.Range(0, 20).Select(number => $"{number}"), ignoreOrder: true);
    }

    private static JsonObject Request(string srn, string by, string body) => new() { ["ticketSrn"] = srn, ["createdBy"] = by, ["body"] = body };
}
