using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests.Tickets;

/// <summary>Pages of a list that changes while it is read, through the contract server.</summary>
public sealed class TicketPagerTests
{
    private static readonly TicketQuery _new = new() { Statuses = [TicketStatus.New] };

    [Theory]
    [InlineData(25, 10, 4)]
    [InlineData(30, 10, 4)]
    [InlineData(0, 10, 1)]
    [InlineData(7, 10, 2)]
    public async Task A_list_takes_one_request_more_than_it_has_pages(int tickets, int pageSize, int requests)
    {
        await using var tenant = await ListTicketsTests.StartAsync(pageSize: pageSize);
        tenant.Server.AddTickets(tickets, _ => new ContractTicketSeed());

        (await ReadAsync(tenant)).Count.ShouldBe(tickets);

        tenant.Server.Record.Count("Tickets").ShouldBe(requests);
    }

    [Fact]
    public async Task The_first_ticket_is_given_out_before_the_second_page_is_asked_for()
    {
        await using var tenant = await ListTicketsTests.StartAsync(pageSize: 10);
        tenant.Server.AddTickets(25, _ => new ContractTicketSeed());

        await foreach (var _ in tenant.Dig.Tickets.ListAsync(_new, default))
        {
            break;
        }

        tenant.Server.Record.Count("Tickets").ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_that_gives_smaller_pages_than_asked_is_read_whole()
    {
        await using var tenant = await ListTicketsTests.StartAsync(contract: new DigContractOptions { PageCap = 4 });
        tenant.Server.AddTickets(25, _ => new ContractTicketSeed());

        (await ReadAsync(tenant)).Count.ShouldBe(25);
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_asked_for_again_at_half_the_size()
    {
        await using var tenant = await ListTicketsTests.StartAsync(pageSize: 28, contract: new DigContractOptions { LargestPage = 8 });
        tenant.Server.AddTickets(25, _ => new ContractTicketSeed());

        (await ReadAsync(tenant)).Count.ShouldBe(25);

        // 28 and 14 are too large; then pages of 7, each with one of the page before, and one that shows the end.
        tenant.Server.Record.Count("Tickets").ShouldBe(7);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Closing_what_a_page_brought_loses_none_of_what_comes_after_it(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings, pageSize: 10);
        var srns = tenant.Server.AddTickets(57, _ => new ContractTicketSeed());
        var read = new List<string>();

        await foreach (var ticket in tenant.Dig.Tickets.ListAsync(_new, default))
        {
            read.Add(ticket.Srn);
            tenant.Server.SetTicketStatus(ticket.Srn, TicketStatus.Closed);
        }

        read.ShouldBe(srns, ignoreOrder: true);
    }

    [Fact]
    public async Task Tickets_that_are_made_meanwhile_bring_none_twice()
    {
        await using var tenant = await ListTicketsTests.StartAsync(pageSize: 10);
        var srns = tenant.Server.AddTickets(35, _ => new ContractTicketSeed());
        var read = new List<string>();

        await foreach (var ticket in tenant.Dig.Tickets.ListAsync(_new, default))
        {
            read.Add(ticket.Srn);
            if (read.Count % 7 == 0)
            {
                tenant.Server.AddTicket(new ContractTicketSeed { CreatedDate = tenant.Clock.GetUtcNow() });
            }
        }

        read.ShouldBeUnique();
        srns.Except(read).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Whatever_happens_meanwhile_each_ticket_that_stays_comes_once(int seed)
    {
        await using var tenant = await ListTicketsTests.StartAsync(pageSize: 8);
        var random = new Random(seed);
        var open = tenant.Server.AddTickets(60, _ => new ContractTicketSeed { CreatedDate = tenant.Clock.GetUtcNow().AddHours(-random.Next(1000)) }).ToHashSet();
        var read = new List<string>();

        await foreach (var ticket in tenant.Dig.Tickets.ListAsync(_new, default))
        {
            read.Add(ticket.Srn);
            if (random.Next(3) == 0)
            {
                var gone = open.ElementAt(random.Next(open.Count));
                open.Remove(gone);
                tenant.Server.SetTicketStatus(gone, TicketStatus.Closed);
            }

            if (random.Next(10) == 0)
            {
                tenant.Server.AddTicket(new ContractTicketSeed { CreatedDate = tenant.Clock.GetUtcNow() });
            }
        }

        read.ShouldBeUnique();
        open.Except(read).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tenant_without_any_order_does_not_lead_round_in_circles()
    {
        var page = 0;
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"data":{"__type":{"fields":[{"name":"Tickets"}]}}}"""),
            () => ScriptedHandler.Json($$$$"""{"data":{"Tickets":{"items":[{"srn":"srn:x::Ticket/{{{{++page % 5}}}}"},{"srn":"srn:x::Ticket/{{{{(page % 3) + 10}}}}"}]}}}""")());
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler, PageSize = 2 });

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var reading = tenant.Tickets.ListAsync(_new, patience.Token).Take(8).ToListAsync(patience.Token);

        (await reading).Count.ShouldBe(8);
    }

    private static Task<List<SonraiTicket>> ReadAsync(TestTenant tenant) => tenant.Dig.Tickets.ListAsync(_new, default).ToListAsync().AsTask();
}
