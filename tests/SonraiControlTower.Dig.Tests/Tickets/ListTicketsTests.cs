using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests.Tickets;

public sealed class ListTicketsTests
{
    private static readonly DateTimeOffset _noon = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_ticket_comes_with_what_the_tenant_says_of_it(bool findings)
    {
        await using var tenant = await StartAsync(findings);
        var srn = tenant.Server.AddTicket(new ContractTicketSeed
        {
            Account = "111122223333",
            ResourceName = "deployer",
            SeverityCategory = "CRITICAL",
            SeverityNumeric = 91,
            FrameworkSrn = "srn:crc90210::ControlFramework/1",
            SwimlaneSrns = [tenant.Server.AddSwimlane("Global")],
            CreatedDate = _noon,
        });

        var ticket = (await ReadAsync(tenant, new TicketQuery())).ShouldHaveSingleItem();

        ticket.Srn.ShouldBe(srn);
        ticket.Title.ShouldBe("AWS Roles: Unused Sensitive Permissions");
        (ticket.Status, ticket.Severity, ticket.SeverityNumeric).ShouldBe((TicketStatus.New, TicketSeverity.Critical, 91));
        (ticket.ResourceName, ticket.Account).ShouldBe(("deployer", "111122223333"));
        ticket.CreatedAt.ShouldBe(_noon);
        ticket.Swimlanes.ShouldHaveSingleItem().ShouldContain("Global");
        ticket.FrameworkSrns.ShouldBe(findings ? ["srn:crc90210::ControlFramework/1"] : null);
        (ticket.Evidence, ticket.Comments, ticket.IsExpected).ShouldBe((null, null, false));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_tenant_is_asked_only_for_what_is_wanted(bool findings)
    {
        await using var tenant = await StartAsync(findings);
        var prod = tenant.Server.AddSwimlane("Prod");
        var wanted = new ContractTicketSeed
        {
            SeverityCategory = "HIGH",
            Status = "NEW",
            FrameworkSrn = "srn:crc90210::ControlFramework/1",
            SwimlaneSrns = [prod],
            CreatedDate = _noon,
        };
        var srn = tenant.Server.AddTicket(wanted);
        tenant.Server.AddTicket(wanted with { SeverityCategory = "LOW" });
        tenant.Server.AddTicket(wanted with { Status = "CLOSED" });
        tenant.Server.AddTicket(wanted with { FrameworkSrn = "srn:crc90210::ControlFramework/2" });
        tenant.Server.AddTicket(wanted with { SwimlaneSrns = [] });
        tenant.Server.AddTicket(wanted with { CreatedDate = _noon.AddDays(3) });

        var tickets = await ReadAsync(tenant, new TicketQuery
        {
            Severities = ["CRITICAL", "HIGH"],
            Statuses = ["NEW"],
            FrameworkSrns = ["srn:crc90210::ControlFramework/1"],
            SwimlaneSrns = [prod],
            Created = new DateRange(_noon.AddDays(-1), _noon.AddDays(1)),
        });

        tickets.ShouldHaveSingleItem().Srn.ShouldBe(srn);
    }

    [Theory]
    [InlineData(-1, null, 2)]
    [InlineData(null, 1, 2)]
    [InlineData(1, null, 1)]
    [InlineData(null, null, 3)]
    public async Task A_range_of_time_may_be_open(int? from, int? to, int tickets)
    {
        await using var tenant = await StartAsync();
        foreach (var day in new[] { -2, 0, 2 })
        {
            tenant.Server.AddTicket(new ContractTicketSeed { CreatedDate = _noon.AddDays(day) });
        }

        var range = new DateRange(from is null ? null : _noon.AddDays(from.Value), to is null ? null : _noon.AddDays(to.Value));

        (await ReadAsync(tenant, new TicketQuery { Created = range })).Count.ShouldBe(tickets);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public async Task Accounts_are_those_of_the_resource_and_not_those_that_its_SRN_mentions(int accounts)
    {
        await using var tenant = await StartAsync();
        string[] ids = [.. Enumerable.Range(1, accounts).Select(TestTenant.Id)];
        tenant.Server.AddTickets(accounts, number => new ContractTicketSeed { Account = ids[number] });
        tenant.Server.AddTicket(new ContractTicketSeed { Account = "999999999999", ResourceName = $"reads-{ids[0]}" });

        var tickets = await ReadAsync(tenant, new TicketQuery { Accounts = [.. ids.Select(AccountId.Parse)] });

        tickets.Select(ticket => ticket.Account).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task What_the_tenant_cannot_be_asked_for_is_left_out_before_it_is_counted()
    {
        await using var tenant = await StartAsync();
        tenant.Server.AddTickets(20, number => new ContractTicketSeed { ResourceName = number % 2 == 0 ? "even" : "odd", CreatedDate = _noon.AddHours(-number) });

        var tickets = await ReadAsync(tenant, new TicketQuery { ResourceMatches = ticket => ticket.ResourceName == "even", Skip = 2, First = 5 });

        tickets.Count.ShouldBe(8);
        tickets[0].CreatedAt.ShouldBe(_noon.AddHours(-4));
    }

    [Fact]
    public async Task The_first_few_are_asked_for_in_one_small_page()
    {
        await using var tenant = await StartAsync();
        tenant.Server.AddTickets(20, number => new ContractTicketSeed { ResourceName = $"{number}", CreatedDate = _noon.AddHours(-number) });

        var tickets = await tenant.Dig.Tickets.ListAsync(new TicketQuery { Skip = 3, First = 4 }, default).Take(4).ToListAsync();

        tickets.Select(ticket => ticket.ResourceName).ShouldBe(["3", "4", "5", "6"]);
        tenant.Server.Record.Count("Tickets").ShouldBe(1);
        tenant.Server.Record.Requests.Last().Variables!.ShouldContain("\"limit\":4");
    }

    [Fact]
    public async Task A_tenant_with_both_is_asked_for_tickets()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersFindings = true });
        tenant.Server.AddTicket(new ContractTicketSeed());

        await ReadAsync(tenant, new TicketQuery());
        await ReadAsync(tenant, new TicketQuery());

        tenant.Server.Record.Count("ListFindings").ShouldBe(0);
        tenant.Server.Record.Count("SchemaType").ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_with_neither_is_told_by_name_and_where_to_look()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersTickets = false });

        var problem = await Throws.ProblemOf(ReadAsync(tenant, new TicketQuery()));

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldContain("'ListFindings'");
        problem.Remedy.ShouldContain("Tickets tab");
    }

    [Fact]
    public async Task A_tenant_that_tells_nothing_of_its_schema_is_asked_for_tickets()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"errors":[{"message":"introspection is off"}]}"""),
            ScriptedHandler.Json("""{"data":{"Tickets":{"items":[{"srn":"srn:crc1::Ticket/1","title":"t","status":"NEW"}]}}}"""),
            ScriptedHandler.Json("""{"data":{"Tickets":{"items":[{"srn":"srn:crc1::Ticket/1"}]}}}"""));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        (await tenant.Tickets.ListAsync(new TicketQuery(), default).ToListAsync()).ShouldHaveSingleItem().Title.ShouldBe("t");
    }

    internal static Task<TestTenant> StartAsync(bool findings = false, int pageSize = 1000, DigContractOptions? contract = null) => TestTenant.StartAsync(
        (contract ?? new DigContractOptions()) with { OffersTickets = !findings, OffersFindings = findings }, new DigOptions { PageSize = pageSize });

    private static Task<List<SonraiTicket>> ReadAsync(TestTenant tenant, TicketQuery query) =>
        tenant.Dig.Tickets.ListAsync(query, default).ToListAsync().AsTask();
}
