namespace SonraiControlTower.Engine.Tests.Tickets;

public sealed class LocalTicketsTests : IDisposable
{
    private static readonly SonraiSwimlane _prod = new() { Title = "Prod", Srn = "srn:acme::Swimlane/1", Accounts = ["111122223333"] };
    private static readonly SonraiUser _ada = new("srn:acme::SonraiUser/ada", "Ada", "ada@example.com");
    private readonly FakeTimeProvider _clock = Engines.Clock();
    private readonly FakeFindings _findings = new(FakeFindings.One("a"), FakeFindings.One("b", "999988887777"), FakeFindings.One("c"));
    private readonly LocalDig _dig;

    public LocalTicketsTests() =>
        _dig = new LocalDig(Engines.Tenant, [], _clock, [_prod], operations: null, [_ada], endpoint: null, _findings, new NoShelf());

    public void Dispose() => _dig.Dispose();

    [Fact]
    public async Task Tickets_come_newest_first_then_the_gravest_and_without_their_details()
    {
        await ListAsync(new TicketQuery());
        _clock.Advance(TimeSpan.FromHours(1));
        _findings.Become([.. _findings.Now, FakeFindings.One("d", severity: 20), FakeFindings.One("e", severity: 90)]);

        var tickets = await ListAsync(new TicketQuery());

        tickets.Select(ticket => ticket.ResourceName).ShouldBe(["e", "d", "a", "b", "c"]);
        tickets.ShouldAllBe(ticket => ticket.Evidence == null && ticket.Comments == null);
        (await _dig.Tickets.WithDetailAsync(tickets, default)).ShouldAllBe(ticket => ticket.Evidence!.Count == 1 && ticket.Comments!.Count == 0);
    }

    [Fact]
    public async Task Every_ticket_belongs_to_the_global_swimlane_and_to_those_of_its_account()
    {
        (await ListAsync(new TicketQuery { SwimlaneSrns = ["srn:acme::Swimlane/Global"] })).Count.ShouldBe(3);
        (await ListAsync(new TicketQuery { SwimlaneSrns = [_prod.Srn] })).ShouldAllBe(ticket => ticket.Swimlanes.SequenceEqual(new[] { "Global", "Prod" }));
        (await ListAsync(new TicketQuery { SwimlaneSrns = [_prod.Srn] })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_condition_narrows_the_list()
    {
        (await ListAsync(new TicketQuery { FrameworkSrns = [FakeFindings.FrameworkSrn] })).Count.ShouldBe(3);
        (await ListAsync(new TicketQuery { FrameworkSrns = ["srn:acme::ControlFramework/2"] })).ShouldBeEmpty();
        (await ListAsync(new TicketQuery { Severities = [TicketSeverity.High] })).Count.ShouldBe(3);
        (await ListAsync(new TicketQuery { Statuses = [TicketStatus.Closed] })).ShouldBeEmpty();
        (await ListAsync(new TicketQuery { Accounts = [AccountId.Parse("999988887777")] })).Count.ShouldBe(1);
        (await ListAsync(new TicketQuery { Created = new DateRange(_clock.GetUtcNow().AddDays(-2), null) })).Count.ShouldBe(3);
        (await ListAsync(new TicketQuery { Created = new DateRange(null, _clock.GetUtcNow().AddDays(-2)) })).ShouldBeEmpty();
        (await ListAsync(new TicketQuery { Skip = 2 })).Single().ResourceName.ShouldBe("c");
    }

    [Theory]
    [InlineData(TicketStatus.Closed)]
    [InlineData(TicketStatus.RiskAccepted)]
    [InlineData(TicketStatus.Snoozed)]
    public async Task A_new_ticket_can_be_moved_once_and_reopened(string status)
    {
        (await MoveAsync(status, "a")).IsConfirmed.ShouldBeTrue();
        (await MoveAsync(status, "a")).IsConfirmed.ShouldBeFalse();
        (await StatusAsync("a")).ShouldBe(status);

        (await MoveAsync(TicketStatus.New, "a")).IsConfirmed.ShouldBeTrue();
        (await MoveAsync(TicketStatus.New, "a")).IsConfirmed.ShouldBeFalse();
        (await StatusAsync("a")).ShouldBe(TicketStatus.New);
    }

    [Fact]
    public async Task One_that_cannot_be_moved_does_not_keep_the_others()
    {
        await MoveAsync(TicketStatus.RiskAccepted, "a");

        var answer = await MoveAsync(TicketStatus.Closed, "a", "b", "none");

        answer.IsConfirmed.ShouldBeFalse();
        (await StatusAsync("a")).ShouldBe(TicketStatus.RiskAccepted);
        (await StatusAsync("b")).ShouldBe(TicketStatus.Closed);
    }

    [Fact]
    public async Task A_snoozed_ticket_wakes_when_its_time_has_come()
    {
        await MoveAsync(TicketStatus.Snoozed, "a");

        _clock.Advance(TimeSpan.FromDays(1));

        (await StatusAsync("a")).ShouldBe(TicketStatus.New);
    }

    [Fact]
    public async Task A_risk_that_is_accepted_for_a_time_is_new_when_it_has_passed()
    {
        var until = _clock.GetUtcNow().AddDays(10);
        var answer = await _dig.Tickets.WriteAsync(
            new TicketWrite { Srns = [Srn("a")], Status = TicketStatus.RiskAccepted, Acceptance = new RiskAcceptance { Reason = "meant", Until = until } }, default);
        var accepted = (await _dig.Tickets.FindAsync([Srn("a")], default)).Single();

        _clock.Advance(TimeSpan.FromDays(9));
        var before = await StatusAsync("a");
        _clock.Advance(TimeSpan.FromDays(1));

        answer.IsConfirmed.ShouldBeTrue();
        accepted.RiskAcceptedUntil.ShouldBe(until);
        before.ShouldBe(TicketStatus.RiskAccepted);
        (await StatusAsync("a")).ShouldBe(TicketStatus.New);
    }

    [Fact]
    public async Task A_ticket_is_reopened_and_snoozed_anew_in_one_go()
    {
        await MoveAsync(TicketStatus.Snoozed, "a");

        var answer = await _dig.Tickets.WriteAsync(
            new TicketWrite { Reopen = [Srn("a")], Srns = [Srn("a")], Status = TicketStatus.Snoozed, SnoozedUntil = _clock.GetUtcNow().AddDays(3) }, default);
        _clock.Advance(TimeSpan.FromDays(2));

        answer.IsConfirmed.ShouldBeTrue();
        (await StatusAsync("a")).ShouldBe(TicketStatus.Snoozed);
    }

    [Fact]
    public async Task A_ticket_cannot_sleep_until_yesterday()
    {
        var answer = await _dig.Tickets.WriteAsync(
            new TicketWrite { Srns = [Srn("a")], Status = TicketStatus.Snoozed, SnoozedUntil = _clock.GetUtcNow().AddDays(-1) }, default);

        answer.IsConfirmed.ShouldBeFalse();
        (await StatusAsync("a")).ShouldBe(TicketStatus.New);
    }

    [Fact]
    public async Task Comments_and_assignments_are_kept_and_what_cannot_be_is_told_by_ticket()
    {
        var answer = await _dig.Tickets.WriteAsync(
            new TicketWrite { Srns = [Srn("a"), Srn("none")], Comment = "see there", AssigneeSrn = _ada.Srn }, default);
        var stranger = await _dig.Tickets.WriteAsync(new TicketWrite { Srns = [Srn("a")], AssigneeSrn = "srn:acme::SonraiUser/eve" }, default);

        answer.CommentProblems.Keys.ShouldBe([Srn("none")]);
        answer.AssignmentProblems.Keys.ShouldBe([Srn("none")]);
        stranger.AssignmentProblems[Srn("a")].Message.ShouldContain("eve");
        var ticket = (await _dig.Tickets.WithDetailAsync(await _dig.Tickets.FindAsync([Srn("a")], default), default)).Single();
        ticket.AssignedTo.ShouldBe("ada@example.com");
        ticket.Comments.ShouldHaveSingleItem().Body.ShouldBe("see there");
        ticket.Comments![0].CreatedBy.ShouldBe("operator");
    }

    [Fact]
    public async Task What_was_done_is_in_the_audit_log_by_its_name_at_a_tenant()
    {
        await MoveAsync(TicketStatus.RiskAccepted, "a");

        var log = await _dig.AuditLog.ListAsync(_clock.GetUtcNow().AddHours(-1), _clock.GetUtcNow(), default).ToListAsync();

        log.ShouldHaveSingleItem().EventName.ShouldBe("AcceptRiskTickets");
        log[0].ResourceSrn.ShouldBe(Srn("a"));
        (await _dig.AuditLog.ListAsync(_clock.GetUtcNow().AddHours(1), _clock.GetUtcNow().AddHours(2), default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_the_sessions_token_has_ended_calls_are_refused()
    {
        _clock.Advance(TimeSpan.FromDays(30));

        await ListAsync(new TicketQuery()).ShouldBeRefusedAsync("TokenExpired");
        await MoveAsync(TicketStatus.Closed, "a").ShouldBeRefusedAsync("TokenExpired");
        await _dig.Searches.RunAsync("Open tickets", default).ShouldBeRefusedAsync("TokenExpired");
        await _dig.Users.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
    }

    [Fact]
    public async Task Saved_searches_ask_what_the_engine_keeps()
    {
        await MoveAsync(TicketStatus.Closed, "b");

        var names = await _dig.Searches.ListAsync(default).Select(search => search.Name).ToListAsync();
        var open = (await _dig.Searches.RunAsync("Open tickets", default)).Single();
        var identities = (await _dig.Searches.RunAsync("Identities with unused permissions", default)).Single();

        names.ShouldContain("Registered accounts");
        (open.Card, open.Items.Count).ShouldBe(("Tickets", 2));
        identities.Items[0]["policies"].ShouldBeOfType<object?[]>().ShouldBe(["wide"]);
        await _dig.Searches.RunAsync("nothing", default).ShouldBeRefusedAsync("SearchRefused");
    }

    private static string Srn(string id) => FakeFindings.SrnOf(FakeFindings.One(id, id == "b" ? "999988887777" : "111122223333"));

    private Task<List<SonraiTicket>> ListAsync(TicketQuery query) => _dig.Tickets.ListAsync(query, default).ToListAsync().AsTask();

    private async Task<string> StatusAsync(string id) => (await _dig.Tickets.FindAsync([Srn(id)], default)).Single().Status;

    private Task<TicketAnswer> MoveAsync(string status, params string[] ids) => _dig.Tickets.WriteAsync(
        new TicketWrite
        {
            Srns = [.. ids.Select(Srn)],
            Status = status,
            SnoozedUntil = status == TicketStatus.Snoozed ? _clock.GetUtcNow().AddDays(1) : null,
        },
        default);
}
