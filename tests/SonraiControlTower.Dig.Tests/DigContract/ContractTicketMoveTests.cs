using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractTicketMoveTests
{
    private const string Snooze =
        "mutation S($srns: [String], $until: DateTime) { SnoozeTickets(input: { srns: $srns }, snoozedUntil: $until) { successCount failureCount } }";

    [Theory]
    [InlineData("NEW", "CloseTickets", "CLOSED")]
    [InlineData("NEW", "SnoozeTickets", "SNOOZED")]
    [InlineData("NEW", "AcceptRiskTickets", "RISK_ACCEPTED")]
    [InlineData("NEW", "ReopenTickets", null)]
    [InlineData("CLOSED", "ReopenTickets", "NEW")]
    [InlineData("CLOSED", "CloseTickets", null)]
    [InlineData("CLOSED", "SnoozeTickets", null)]
    [InlineData("SNOOZED", "ReopenTickets", "NEW")]
    [InlineData("SNOOZED", "SnoozeTickets", null)]
    [InlineData("SNOOZED", "AcceptRiskTickets", null)]
    [InlineData("RISK_ACCEPTED", "ReopenTickets", "NEW")]
    [InlineData("RISK_ACCEPTED", "CloseTickets", null)]
    public async Task A_ticket_goes_only_where_its_status_leads(string status, string mutation, string? expected)
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed { Status = status });

        var counts = await MoveAsync(client, mutation, srn);

        counts.ShouldBe(expected is null ? (0, 1) : (1, 0));
        server.StatusOf(srn).ShouldBe(expected ?? status);
    }

    [Fact]
    public async Task What_cannot_move_counts_as_a_failure_and_the_rest_moves()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var srns = server.AddTickets(4, _ => new ContractTicketSeed());
        server.RefuseTicket(srns[0]);
        server.RemoveTicket(srns[1]);
        server.SetTicketStatus(srns[2], "RISK_ACCEPTED");

        var counts = await MoveAsync(client, "CloseTickets", [.. srns, srns[3], "srn:crc90210::Ticket/none"]);

        counts.ShouldBe((1, 5));
        server.TicketStatuses.ShouldBe(new Dictionary<string, int> { ["NEW"] = 1, ["RISK_ACCEPTED"] = 1, ["CLOSED"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_transition_says_when_and_by_whom()
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());
        const string ask = "query { Tickets { items { status transitionDate transitionedBy lastModified createdDate } } }";

        var before = (await client.DataAsync(ask)).GetProperty("Tickets").GetProperty("items")[0];
        await MoveAsync(client, "CloseTickets", srn);
        var after = (await client.DataAsync(ask)).GetProperty("Tickets").GetProperty("items")[0];

        before.GetProperty("transitionDate").ValueKind.ShouldBe(JsonValueKind.Null);
        before.GetProperty("lastModified").GetString().ShouldBe(before.GetProperty("createdDate").GetString());
        after.GetProperty("status").GetString().ShouldBe("CLOSED");
        after.GetProperty("transitionDate").GetDateTimeOffset().ShouldBe(clock.GetUtcNow());
        after.GetProperty("lastModified").GetDateTimeOffset().ShouldBe(clock.GetUtcNow());
        after.GetProperty("transitionedBy").GetString().ShouldBe(server.UserSrn);
    }

    [Fact]
    public async Task A_snoozed_ticket_is_new_again_when_its_time_has_passed()
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());

        await client.DataAsync(Snooze, new JsonObject { ["srns"] = srn, ["until"] = "2026-03-02" });
        server.SnoozedUntil(srn).ShouldBe(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        clock.Advance(TimeSpan.FromHours(11.9));
        server.StatusOf(srn).ShouldBe("SNOOZED");
        clock.Advance(TimeSpan.FromHours(0.1));

        server.StatusOf(srn).ShouldBe("NEW");
        server.SnoozedUntil(srn).ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_snoozed_anew_sleeps_until_the_later_time()
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());

        await client.DataAsync(Snooze, new JsonObject { ["srns"] = srn, ["until"] = "2026-03-02" });
        await MoveAsync(client, "ReopenTickets", srn);
        await client.DataAsync(Snooze, new JsonObject { ["srns"] = srn, ["until"] = "2026-03-05T00:00:00Z" });

        clock.Advance(TimeSpan.FromDays(2));
        server.StatusOf(srn).ShouldBe("SNOOZED");
        clock.Advance(TimeSpan.FromDays(2));
        server.StatusOf(srn).ShouldBe("NEW");
    }

    private static async Task<(int Successes, int Failures)> MoveAsync(ContractClient client, string mutation, params IEnumerable<string> srns)
    {
        var data = await client.DataAsync(
            $"mutation M($srns: [String]) {{ {mutation}(input: {{ srns: $srns }}) {{ successCount failureCount }} }}",
            new JsonObject { ["srns"] = new JsonArray([.. srns.Select(srn => JsonValue.Create(srn))]) });
        var counts = data.GetProperty(mutation);
        return (counts.GetProperty("successCount").GetInt32(), counts.GetProperty("failureCount").GetInt32());
    }
}
