using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests.Tickets;

public sealed class TicketDetailTests
{
    private const string Evidence = """
        { "data": [ { "resourceId": "arn:aws:iam::210987654321:role/app", "policyResourceId": "arn:aws:iam::210987654321:policy/wide",
                      "policy": { "Version": "2012-10-17", "Statement": [] } } ] }
        """;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Evidence_and_comments_come_for_many_tickets_in_a_request_each(bool findings, bool asText)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings, contract: new DigContractOptions { EvidenceAsText = asText });
        var srns = tenant.Server.AddTickets(3, number => new ContractTicketSeed { Evidence = number == 1 ? null : Evidence });
        await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = [srns[0]], Comment = "first" }, default);
        await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = [srns[0]], Comment = "second" }, default);
        var tickets = await tenant.Dig.Tickets.FindAsync([.. srns], default);

        var detailed = await tenant.Dig.Tickets.WithDetailAsync(tickets, default);

        detailed.Select(ticket => ticket.Srn).ShouldBe(tickets.Select(ticket => ticket.Srn));
        detailed.Single(ticket => ticket.Srn == srns[0]).Evidence.ShouldHaveSingleItem().PolicyName.ShouldBe("wide");
        detailed.Single(ticket => ticket.Srn == srns[1]).Evidence.ShouldBeEmpty();
        detailed.Single(ticket => ticket.Srn == srns[0]).Comments!.Select(comment => comment.Body).ShouldBe(["first", "second"]);
        detailed.Single(ticket => ticket.Srn == srns[2]).Comments.ShouldBeEmpty();
        tenant.Server.Record.Count(findings ? "FindingEvidence" : "TicketEvidence").ShouldBe(1);
        tenant.Server.Record.Count(findings ? "ListCommentsForFinding" : "TicketComments").ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_whose_tickets_have_no_evidence_is_not_asked_for_it()
    {
        await using var tenant = await ListTicketsTests.StartAsync(contract: new DigContractOptions { OffersTicketEvidence = false });
        var srn = tenant.Server.AddTicket(new ContractTicketSeed());
        var tickets = await tenant.Dig.Tickets.FindAsync([srn], default);

        var problem = await Throws.ProblemOf(tenant.Dig.Tickets.WithDetailAsync(tickets, default));

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldContain("field 'evidence' in its type 'Ticket'");
        problem.Remedy.ShouldContain("Show Remediation Steps");
        tenant.Server.Record.Count("TicketEvidence").ShouldBe(0);
    }

    [Fact]
    public async Task A_tenant_whose_tickets_do_not_tell_their_comments_leaves_them_unknown()
    {
        await using var tenant = await ListTicketsTests.StartAsync(contract: new DigContractOptions { OffersTicketComments = false });
        var srn = tenant.Server.AddTicket(new ContractTicketSeed { Evidence = Evidence });
        var tickets = await tenant.Dig.Tickets.FindAsync([srn], default);

        var ticket = (await tenant.Dig.Tickets.WithDetailAsync(tickets, default)).Single();

        ticket.Evidence.ShouldNotBeEmpty();
        ticket.Comments.ShouldBeNull();
    }

    [Fact]
    public async Task Of_fifty_SRNs_those_that_there_are_come()
    {
        await using var tenant = await ListTicketsTests.StartAsync(contract: new DigContractOptions { PageCap = 9 });
        var srns = tenant.Server.AddTickets(30, _ => new ContractTicketSeed());

        var found = await tenant.Dig.Tickets.FindAsync([.. srns, "srn:crc90210::Ticket/none"], default);

        found.Select(ticket => ticket.Srn).ShouldBe(srns, ignoreOrder: true);
        (await tenant.Dig.Tickets.FindAsync([], default)).ShouldBeEmpty();
    }
}
