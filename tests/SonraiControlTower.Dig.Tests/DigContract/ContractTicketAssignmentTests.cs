using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractTicketAssignmentTests
{
    private const string Assign =
        """
        mutation A($requests: [AssignTicketRequestInput]) { AssignTicketBulk(input: { requests: $requests }) { results { ticketSrn success error } } }
        """;

    [Fact]
    public async Task A_ticket_is_given_to_a_user_that_is_known()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srns = server.AddTickets(2, _ => new ContractTicketSeed());
        var user = server.AddUser("Reviewer", "reviewer@example.com");
        var requests = new JsonArray(
            Request(srns[0], user), Request(srns[1], "srn:crc90210::SonraiUser/none"), Request("srn:crc90210::Ticket/none", user));

        var data = await client.DataAsync(Assign, new JsonObject { ["requests"] = requests });

        var results = data.GetProperty("AssignTicketBulk").GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.GetProperty("ticketSrn").GetString()).ShouldBe([srns[0], srns[1], "srn:crc90210::Ticket/none"]);
        results.Select(result => result.GetProperty("success").GetBoolean()).ShouldBe([true, false, false]);
        results[0].GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        results[1].GetProperty("error").GetString()!.ShouldContain("SonraiUser/none");
        results[2].GetProperty("error").GetString()!.ShouldContain("Ticket/none");
        server.AssigneeOf(srns[0]).ShouldBe(user);
        server.AssigneeOf(srns[1]).ShouldBeNull();
    }

    [Fact]
    public async Task Tickets_are_found_by_whom_they_are_given_to()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        server.AddTicket(new ContractTicketSeed());
        var srn = server.AddTicket(new ContractTicketSeed { AssignedTo = server.UserSrn });

        var data = await client.DataAsync(
            "query Q($user: String) { Tickets(where: { assignedTo: { value: $user } }) { items { srn assignedTo } } }",
            new JsonObject { ["user"] = server.UserSrn });

        var item = data.GetProperty("Tickets").GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("srn").GetString().ShouldBe(srn);
        item.GetProperty("assignedTo").GetString().ShouldBe(server.UserSrn);
    }

    private static JsonObject Request(string ticket, string user) => new() { ["ticketSrn"] = ticket, ["userSrn"] = user };
}
