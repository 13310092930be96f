using System.Text.Json;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractTicketShapeTests
{
    private const string Evidence = """{"data":[{"policyResourceId":"NA"}]}""";

    [Fact]
    public async Task A_ticket_that_is_only_asked_for_is_one_of_an_unused_permission()
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        var lane = server.AddSwimlane("Global");
        var srn = server.AddTicket(new ContractTicketSeed { SwimlaneSrns = [lane] });

        var ticket = await OnlyAsync(client,
            """
            srn title ticketKey ticketType resourceName resourceSRN resourceLabel resourceTypeFriendlyName status severityNumeric severityCategory
            createdDate firstSeen lastSeen lastModified transitionDate transitionedBy createdBy account assignedTo swimlaneSRNs swimlanes { title srn }
            policy { title alertingLevelNumeric } resource { name label serviceType account active } evidence { policyEvidence }
            """);

        srn.ShouldStartWith("srn:crc90210::Ticket/");
        ticket.GetProperty("srn").GetString().ShouldBe(srn);
        ticket.GetProperty("title").GetString().ShouldBe("AWS Roles: Unused Sensitive Permissions");
        ticket.GetProperty("resourceSRN").GetString().ShouldBe("srn:aws:iam::210987654321/Role/Role/app-deployer");
        ticket.GetProperty("status").GetString().ShouldBe("NEW");
        ticket.GetProperty("severityNumeric").GetInt64().ShouldBe(75);
        ticket.GetProperty("createdDate").GetDateTimeOffset().ShouldBe(clock.GetUtcNow().AddDays(-30));
        ticket.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(clock.GetUtcNow().AddHours(-1));
        ticket.GetProperty("swimlaneSRNs").ToString().ShouldBe($"""["{lane}"]""");
        ticket.GetProperty("swimlanes").ToString().ShouldBe($$"""[{"title":"Global","srn":"{{lane}}"}]""");
        ticket.GetProperty("resource").ToString().ShouldBe(
            """{"name":"app-deployer","label":"Role","serviceType":"iam","account":"210987654321","active":true}""");
        ticket.GetProperty("evidence").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Evidence_is_an_object_or_that_object_as_text(bool asText, bool onFindings)
    {
        await using var server = await DigContractServer.StartAsync(
            new DigContractOptions { EvidenceAsText = asText, OffersFindings = onFindings, OffersTickets = !onFindings });
        using var client = new ContractClient(server);
        server.AddTicket(new ContractTicketSeed { Evidence = Evidence });

        var item = await OnlyAsync(client, "evidence { policyEvidence }", onFindings ? "ListFindings" : "Tickets");

        var evidence = item.GetProperty("evidence").GetProperty("policyEvidence");
        evidence.ValueKind.ShouldBe(asText ? JsonValueKind.String : JsonValueKind.Object);
        (asText ? evidence.GetString() : evidence.GetRawText()).ShouldBe(Evidence);
    }

    [Theory]
    [InlineData("evidence { policyEvidence }")]
    [InlineData("comments { items { body } }")]
    public async Task A_tenant_may_lack_what_is_only_inferred_of_a_ticket(string selection)
    {
        await using var server = await DigContractServer.StartAsync(
            new DigContractOptions { OffersTicketEvidence = false, OffersTicketComments = false });
        using var client = new ContractClient(server);

        var (_, body) = await client.PostAsync($"query {{ Tickets {{ items {{ {selection} }} }} }}", null);

        body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("classification").GetString().ShouldBe("ValidationError");
    }

    private static async Task<JsonElement> OnlyAsync(ContractClient client, string selection, string root = "Tickets") =>
        (await client.DataAsync($"query {{ {root} {{ items {{ {selection} }} }} }}")).GetProperty(root).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
}
