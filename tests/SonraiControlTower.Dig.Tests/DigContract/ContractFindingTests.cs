using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractFindingTests
{
    private static readonly DigContractOptions _findingsOnly = new() { OffersFindings = true, OffersTickets = false };

    [Theory]
    [InlineData(true, false, "ListFindings { totalCount }")]
    [InlineData(false, true, "Tickets { count }")]
    public async Task What_a_tenant_does_not_offer_is_a_fault_in_the_document(bool tickets, bool findings, string root)
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { OffersTickets = tickets, OffersFindings = findings });
        using var client = new ContractClient(server);

        var (_, body) = await client.PostAsync($"query {{ {root} }}", null);

        body.TryGetProperty("data", out _).ShouldBeFalse();
        body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("classification").GetString().ShouldBe("ValidationError");
    }

    [Theory]
    [InlineData("query { Tickets { items { evidence { policyEvidence } comments { items { body } } } } }")]
    [InlineData("query { ListFindings { items { evidence { policyEvidence } } } }")]
    public async Task A_document_of_either_generation_is_valid_by_the_contract(string document)
    {
        (await ContractSchema.FindFaultsAsync(document)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_total_is_told_beside_what_the_page_holds()
    {
        await using var server = await DigContractServer.StartAsync(_findingsOnly);
        using var client = new ContractClient(server);
        server.AddTickets(5, number => new ContractTicketSeed { Status = number == 0 ? "CLOSED" : "NEW" });

        var data = await client.DataAsync(
            "query { ListFindings(where: { status: { value: \"NEW\" } }) { totalCount pageCount items(limit: 3, offset: 2) { srn } } }");

        var card = data.GetProperty("ListFindings");
        card.GetProperty("totalCount").GetInt64().ShouldBe(4);
        card.GetProperty("pageCount").GetInt64().ShouldBe(2);
        card.GetProperty("items")[0].GetProperty("srn").GetString().ShouldStartWith("srn:crc90210::Finding/");
    }

    [Fact]
    public async Task A_finding_has_the_names_of_its_generation()
    {
        await using var server = await DigContractServer.StartAsync(_findingsOnly);
        using var client = new ContractClient(server);
        server.AddTicket(new ContractTicketSeed { FrameworkSrn = "framework", SwimlaneSrns = ["lane"], Environment = "Production" });

        var data = await client.DataAsync(
            """
            query { ListFindings(where: {
              frameworkSrns: { op: ARRAY_CONTAINS, value: "framework" }, swimlanes: { value: "lane" }, environments: { value: "Production" }
              findingType: { value: "Policy" }, severityNumeric: { op: BETWEEN, values: [75, 75] }, createdAt: { op: GT, value: "2020-01-01" } }) {
              items {
                srn title severityCategory severityNumeric policy { title alertingLevelNumeric maturityLevel } evidence { policyEvidence } resource { account }
                swimlanes frameworkSrns assignee resourceName resourceSrn resourceLabel findingKey findingKeyName findingType firstSeen lastSeen
                createdBy account createdAt lastTransitionedBy lastTransitionedAt lastModifiedAt status cfFields isOperationalized
              } } }
            """);

        var finding = data.GetProperty("ListFindings").GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("frameworkSrns").ToString().ShouldBe("""["framework"]""");
        finding.GetProperty("resourceSrn").GetString().ShouldBe("srn:aws:iam::210987654321/Role/Role/app-deployer");
        finding.GetProperty("isOperationalized").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_of_findings_may_be_too_large_as_well()
    {
        await using var server = await DigContractServer.StartAsync(_findingsOnly with { LargestPage = 1 });
        using var client = new ContractClient(server);
        server.AddTickets(2, _ => new ContractTicketSeed());

        var (_, body) = await client.PostAsync("query { ListFindings { totalCount items(limit: -1) { srn } } }", null);

        body.GetProperty("data").ToString().ShouldBe("""{"ListFindings":null}""");
        body.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("(/ListFindings)");
    }

    [Fact]
    public async Task A_ticket_and_a_finding_are_two_views_of_one_record()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { OffersFindings = true });
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());

        await client.DataAsync($"mutation {{ CloseTickets(input: {{ srns: \"{srn}\" }}) {{ successCount }} }}");
        var data = await client.DataAsync("query { ListFindings { items { srn status isOperationalized } } }");

        srn.ShouldStartWith("srn:crc90210::Ticket/");
        data.GetProperty("ListFindings").GetProperty("items").ToString().ShouldBe(
            $$"""[{"srn":"{{srn}}","status":"CLOSED","isOperationalized":true}]""");
    }

    [Fact]
    public async Task Findings_move_and_count_as_tickets_do()
    {
        await using var server = await DigContractServer.StartAsync(_findingsOnly);
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());

        var data = await client.DataAsync(
            """
            mutation M($input: FindingSrnsInput!) {
              AcceptRiskFindings(input: $input) { successCount failureCount }
              CloseFindings(input: $input) { successCount failureCount }
              ReopenFindings(input: $input) { successCount failureCount }
              SnoozeFindings(input: $input, snoozedUntil: "2040-01-01") { successCount failureCount }
            }
            """,
            new JsonObject { ["input"] = new JsonObject { ["srns"] = new JsonArray(srn) } });

        data.EnumerateObject().Select(counts => counts.Value.GetProperty("successCount").GetInt32()).ShouldBe([1, 0, 1, 1]);
        data.GetProperty("CloseFindings").GetProperty("failureCount").GetInt32().ShouldBe(1);
        server.StatusOf(srn).ShouldBe("SNOOZED");
        server.SnoozedUntil(srn).ShouldBe(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Comments_on_findings_are_counted_and_listed()
    {
        await using var server = await DigContractServer.StartAsync(_findingsOnly);
        using var client = new ContractClient(server);
        var srns = server.AddTickets(2, _ => new ContractTicketSeed());
        var comments = new JsonArray(
            Comment(srns[0], server.UserSrn, "seen"), Comment(srns[0], "srn:crc90210::SonraiUser/none", "foreign"), Comment(srns[1], server.UserSrn, "other"));

        var made = await client.DataAsync(
            "mutation C($comments: [CommentInput]) { CreateFindingComments(input: { comments: $comments }) { successCount } }",
            new JsonObject { ["comments"] = comments });
        var listed = await client.DataAsync(
            "query L($srn: String) { ListCommentsForFinding(where: { findingSrn: { op: EQ, value: $srn } }) { items { body timestamp createdBy } } }",
            new JsonObject { ["srn"] = srns[0] });

        made.GetProperty("CreateFindingComments").GetProperty("successCount").GetInt32().ShouldBe(2);
        var comment = listed.GetProperty("ListCommentsForFinding").GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        comment.GetProperty("body").GetString().ShouldBe("seen");
        comment.GetProperty("createdBy").GetString().ShouldBe(server.UserSrn);
        comment.GetProperty("timestamp").TryGetDateTimeOffset(out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Findings_are_given_to_users_that_are_known()
    {
        await using var server = await DigContractServer.StartAsync(_findingsOnly);
        using var client = new ContractClient(server);
        var srn = server.AddTicket(new ContractTicketSeed());
        var requests = new JsonArray(
            new JsonObject { ["findingSrn"] = srn, ["userSrn"] = "srn:crc90210::SonraiUser/none" },
            new JsonObject { ["findingSrn"] = srn, ["userSrn"] = server.UserSrn });

        var data = await client.DataAsync(
            "mutation A($requests: [AssignFindingRequestInput]) { AssignFindingBulk(input: { requests: $requests }) { results { success error } } }",
            new JsonObject { ["requests"] = requests });

        var results = data.GetProperty("AssignFindingBulk").GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.GetProperty("success").GetBoolean()).ShouldBe([false, true]);
        server.AssigneeOf(srn).ShouldBe(server.UserSrn);
    }

    private static JsonObject Comment(string srn, string by, string body) => new() { ["findingSrn"] = srn, ["createdBy"] = by, ["body"] = body };
}
