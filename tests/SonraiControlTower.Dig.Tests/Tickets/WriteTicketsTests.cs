using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests.Tickets;

public sealed class WriteTicketsTests
{
    private static readonly DateTimeOffset _later = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tickets_are_moved_and_what_Dig_counts_is_believed(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings);
        var srns = tenant.Server.AddTickets(3, _ => new ContractTicketSeed());

        foreach (var status in new[] { TicketStatus.Closed, TicketStatus.New, TicketStatus.RiskAccepted })
        {
            (await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = srns, Status = status }, default)).IsConfirmed.ShouldBeTrue();
            srns.ShouldAllBe(srn => tenant.Server.StatusOf(srn) == status);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_risk_is_accepted_and_the_reason_kept_in_one_request(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings);
        var srns = tenant.Server.AddTickets(3, _ => new ContractTicketSeed());

        var answer = await tenant.Dig.Tickets.WriteAsync(
            new TicketWrite { Srns = srns, Status = TicketStatus.RiskAccepted, Comment = "by design \" } {" }, default);

        answer.IsConfirmed.ShouldBeTrue();
        answer.CommentProblems.ShouldBeEmpty();
        srns.ShouldAllBe(srn => tenant.Server.CommentsOn(srn).Single() == "by design \" } {");
        tenant.Server.Record.Requests.Count(request => request.Query.StartsWith("mutation", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_snoozed_ticket_is_reopened_first_in_the_same_request(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings);
        var srns = tenant.Server.AddTickets(2, number => new ContractTicketSeed { Status = number == 0 ? "SNOOZED" : "NEW" });

        var answer = await tenant.Dig.Tickets.WriteAsync(
            new TicketWrite { Reopen = [srns[0]], Srns = srns, Status = TicketStatus.Snoozed, SnoozedUntil = _later }, default);

        answer.IsConfirmed.ShouldBeTrue();
        srns.ShouldAllBe(srn => tenant.Server.SnoozedUntil(srn) == _later);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_Dig_counts_as_failed_leaves_a_doubt(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings);
        var srns = tenant.Server.AddTickets(3, _ => new ContractTicketSeed());
        tenant.Server.RefuseTicket(srns[1]);

        var ends = await new TicketChanger(tenant.Dig.Tickets, TicketChange.Close).ApplyAsync(srns, default);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.Done, TicketOutcome.Failed, TicketOutcome.Done]);
        ends[1].Problem!.Id.ShouldBe("TicketNotChanged");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_lost_answer_is_settled_by_reading_and_the_request_is_not_sent_again(bool findings, bool arrived)
    {
        await using var tenant = await TestTenant.StartAsync(
            new DigContractOptions { OffersTickets = !findings, OffersFindings = findings }, behindProxy: true);
        var srns = tenant.Server.AddTickets(2, _ => new ContractTicketSeed());
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.None, arrived ? ProxyFault.CutAfterForwarding : ProxyFault.CutBeforeForwarding);

        var ends = await tenant.Clock.RunAsync(new TicketChanger(tenant.Dig.Tickets, TicketChange.Close).ApplyAsync(srns, default));

        ends.ShouldAllBe(end => end.Result.Status == (arrived ? TicketOutcome.Done : TicketOutcome.Failed));
        ends.ShouldAllBe(end => arrived ? end.Problem == null : end.Problem!.Id == "TicketAnswerLost");
        tenant.Server.Record.Requests.Count(request => request.Query.StartsWith("mutation", StringComparison.Ordinal)).ShouldBe(arrived ? 1 : 0);
    }

    [Fact]
    public async Task After_a_lost_answer_nobody_says_that_the_reason_was_kept()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var srns = tenant.Server.AddTickets(1, _ => new ContractTicketSeed());
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.None, ProxyFault.None, ProxyFault.CutAfterForwarding);

        var ends = await tenant.Clock.RunAsync(new TicketChanger(tenant.Dig.Tickets, TicketChange.AcceptRisk(new RiskAcceptance { Reason = "why" })).ApplyAsync(srns, default));

        var (result, problem) = ends.Single();
        (result.Status, result.TicketStatus).ShouldBe((TicketOutcome.Done, TicketStatus.RiskAccepted));
        problem!.Id.ShouldBe("TicketCommentUnknown");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_comment_that_Dig_does_not_take_is_told_for_its_ticket(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings);
        var srns = tenant.Server.AddTickets(3, _ => new ContractTicketSeed());
        tenant.Server.RefuseComments(srns[2], "it is locked");

        var answer = await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = srns, Comment = "hello" }, default);

        answer.CommentProblems.Keys.ShouldBe([srns[2]]);
        answer.CommentProblems[srns[2]].Id.ShouldBe("TicketCommentRefused");
        tenant.Server.CommentsOn(srns[0]).ShouldBe(["hello"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tickets_are_assigned_and_an_unknown_user_is_told(bool findings)
    {
        await using var tenant = await ListTicketsTests.StartAsync(findings);
        var ada = tenant.Server.AddUser("Ada", "ada@example.com");
        var srns = tenant.Server.AddTickets(2, _ => new ContractTicketSeed());

        var good = await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = srns, AssigneeSrn = ada }, default);
        var bad = await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = [srns[0]], AssigneeSrn = "srn:crc90210::SonraiUser/none" }, default);

        good.AssignmentProblems.ShouldBeEmpty();
        srns.ShouldAllBe(srn => tenant.Server.AssigneeOf(srn) == ada);
        bad.AssignmentProblems[srns[0]].Id.ShouldBe("TicketAssignmentRefused");
    }

    [Fact]
    public async Task A_comment_is_made_as_the_user_of_the_token_who_is_asked_for_once()
    {
        await using var tenant = await ListTicketsTests.StartAsync();
        var srns = tenant.Server.AddTickets(1, _ => new ContractTicketSeed());
        await tenant.Dig.Tokens.TestAsync(null, default);

        await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = srns, Comment = "one" }, default);
        await tenant.Dig.Tickets.WriteAsync(new TicketWrite { Srns = srns, Comment = "two" }, default);

        tenant.Server.CommentsOn(srns[0]).ShouldBe(["one", "two"]);
        tenant.Server.Record.Count("SonraiCurrentUsers").ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_document_changed_nothing_and_ends_the_command()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"data":{"__type":{"fields":[{"name":"Tickets"}]}}}"""),
            ScriptedHandler.Json("""{"errors":[{"message":"no field CloseTickets","extensions":{"classification":"ValidationError"}}]}"""));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        var problem = await Throws.ProblemOf(tenant.Tickets.WriteAsync(new TicketWrite { Srns = ["srn:x::Ticket/1"], Status = TicketStatus.Closed }, default));

        problem.Id.ShouldBe("DigErrors");
        problem.Message.ShouldContain("no field CloseTickets");
    }

    [Fact]
    public async Task An_error_about_one_part_does_not_pass_for_its_confirmation()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"data":{"__type":{"fields":[{"name":"Tickets"}]}}}"""),
            ScriptedHandler.Json("""{"data":{"a0":null},"errors":[{"message":"out of memory","path":["a0"]}]}"""));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        var answer = await tenant.Tickets.WriteAsync(new TicketWrite { Srns = ["srn:x::Ticket/1"], Status = TicketStatus.Closed }, default);

        answer.IsConfirmed.ShouldBeFalse();
        answer.Problem!.Id.ShouldBe("TicketRefused");
        answer.Problem.Message.ShouldContain("out of memory");
    }

    [Fact]
    public async Task A_thousand_tickets_take_twenty_writes_and_twenty_reads()
    {
        await using var tenant = await ListTicketsTests.StartAsync();
        var srns = tenant.Server.AddTickets(1000, _ => new ContractTicketSeed());
        await tenant.Dig.Tokens.TestAsync(null, default);
        var changer = new TicketChanger(tenant.Dig.Tickets, TicketChange.AcceptRisk(new RiskAcceptance { Reason = "by design" }));

        foreach (var batch in srns.Chunk(TicketChanger.BatchSize))
        {
            (await changer.ApplyAsync(batch, default)).ShouldAllBe(end => end.Result.Status == TicketOutcome.Done);
        }

        tenant.Server.Record.Count("AcceptRiskTickets").ShouldBe(20);
        tenant.Server.Record.Count("Tickets").ShouldBe(20);
        srns.ShouldAllBe(srn => tenant.Server.StatusOf(srn) == "RISK_ACCEPTED" && tenant.Server.CommentsOn(srn).Count == 1);
    }
}
