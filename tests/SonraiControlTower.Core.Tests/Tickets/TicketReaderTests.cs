using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Tickets;

public sealed class TicketReaderTests
{
    [Fact]
    public async Task The_ticket_of_the_usual_collector_role_is_expected_and_explained()
    {
        var dig = new FakeDig(FakeDig.Blue) { Tickets = new FakeTickets(Named("a", "sonrai-collector-role"), Named("b", "app")) };

        var tickets = await new TicketReader(dig, detailed: false).ListAsync(new TicketQuery(), default).ReadAllAsync();

        tickets.Select(ticket => ticket.IsExpected).ShouldBe([true, false]);
        tickets[0].Explanation!.ShouldContain("Approve-SonraiRisk");
        tickets[1].Explanation.ShouldBeNull();
    }

    [Fact]
    public async Task So_is_that_of_a_role_that_an_account_is_registered_with()
    {
        var dig = new FakeDig(FakeDig.Blue) { Tickets = new FakeTickets(Named("a", "there-before"), Named("b", "there-before") with { Account = "999988887777" }) };
        dig.CloudAccounts.Add(AccountId.Parse("111122223333"));

        var tickets = await new TicketReader(dig, detailed: false).ListAsync(new TicketQuery(), default).ReadAllAsync();

        tickets.Select(ticket => ticket.IsExpected).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Registrations_that_cannot_be_read_do_not_hide_the_tickets()
    {
        var dig = new FakeDig(FakeDig.Blue) { Tickets = new FakeTickets(Named("a", "reader"), Named("b", "sonrai-collector-role")) };
        dig.CloudAccounts.Moment = _ => throw new SonraiException(DigProblems.Errors("PlatformCloudAccounts", "not yours"));
        var reader = new TicketReader(dig, detailed: false);

        var tickets = await reader.ListAsync(new TicketQuery(), default).ReadAllAsync();

        tickets.Select(ticket => ticket.IsExpected).ShouldBe([false, true]);
        reader.Problem!.Message.ShouldContain("not yours");
    }

    [Fact]
    public async Task A_user_or_a_group_of_that_name_is_no_collector()
    {
        var dig = new FakeDig { Tickets = new FakeTickets(Named("a", "sonrai-collector-role") with { ResourceType = "User" }) };

        (await new TicketReader(dig, detailed: false).ListAsync(new TicketQuery(), default).ReadAllAsync()).Single().IsExpected.ShouldBeFalse();
    }

    [Fact]
    public async Task Details_are_asked_for_fifty_tickets_at_once()
    {
        var tickets = new FakeTickets([.. Enumerable.Range(0, 120).Select(number => FakeTickets.Ticket($"{number}"))]);
        var reader = new TicketReader(new FakeDig { Tickets = tickets }, detailed: true);

        var read = await reader.ListAsync(new TicketQuery(), default).ReadAllAsync();

        read.Count.ShouldBe(120);
        read.ShouldAllBe(ticket => ticket.Evidence != null && ticket.Comments != null);
        tickets.Details.ShouldBe(3);
    }

    [Fact]
    public async Task No_more_come_than_were_asked_for()
    {
        var reader = new TicketReader(new FakeDig { Tickets = new FakeTickets(Named("a", "x"), Named("b", "y")) }, detailed: false);

        (await reader.ListAsync(new TicketQuery { First = 1 }, default).ReadAllAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tickets_are_found_by_SRN_in_the_order_asked_for_and_the_missing_are_told()
    {
        var tickets = new FakeTickets([.. Enumerable.Range(0, 60).Select(number => FakeTickets.Ticket($"{number}"))]);
        string[] srns = [.. Enumerable.Range(0, 60).Reverse().Select(number => $"srn:acme::Ticket/{number}"), "srn:acme::Ticket/none"];

        var (found, missing) = await new TicketReader(new FakeDig { Tickets = tickets }, detailed: false).FindAsync(srns, default);

        found.Select(ticket => ticket.Srn).ShouldBe(srns[..60]);
        missing.ShouldBe(["srn:acme::Ticket/none"]);
        tickets.Finds.ShouldBe(2);
    }

    private static SonraiTicket Named(string id, string role) => FakeTickets.Ticket(id) with { ResourceName = role };
}
