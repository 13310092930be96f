using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Tickets;

public sealed class TicketChangerTests
{
    private static readonly string[] _srns = ["srn:acme::Ticket/a", "srn:acme::Ticket/b", "srn:acme::Ticket/c"];

    [Fact]
    public async Task What_Dig_confirms_is_done_without_another_look()
    {
        var tickets = Three();

        var ends = await ChangeAsync(tickets, TicketChange.Close, _srns);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.Done, TicketOutcome.Done, TicketOutcome.Done]);
        ends.ShouldAllBe(end => end.Result.TicketStatus == TicketStatus.Closed && end.Problem == null);
        (tickets.Finds, tickets.Written.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_is_so_already_is_not_sent_and_so_is_no_second_comment()
    {
        var tickets = new FakeTickets(FakeTickets.Ticket("a", TicketStatus.RiskAccepted), FakeTickets.Ticket("b"));

        var ends = await ChangeAsync(tickets, TicketChange.AcceptRisk(new RiskAcceptance { Reason = "by design" }), _srns[..2]);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.AlreadyDone, TicketOutcome.Done]);
        tickets.Written.ShouldHaveSingleItem().Srns.ShouldBe([_srns[1]]);
        tickets.Written[0].Comment.ShouldBe("Risk accepted: by design");
    }

    [Fact]
    public async Task With_nothing_to_do_nothing_is_sent()
    {
        var tickets = new FakeTickets(FakeTickets.Ticket("a", TicketStatus.Closed));

        await ChangeAsync(tickets, TicketChange.Close, [_srns[0]]);

        tickets.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_snoozed_ticket_is_reopened_before_it_is_snoozed_again()
    {
        var until = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var tickets = new FakeTickets(FakeTickets.Ticket("a", TicketStatus.Snoozed), FakeTickets.Ticket("b"));

        var ends = await ChangeAsync(tickets, TicketChange.Snooze(until), _srns[..2]);

        ends.ShouldAllBe(end => end.Result.Status == TicketOutcome.Done);
        var write = tickets.Written.ShouldHaveSingleItem();
        write.Reopen.ShouldBe([_srns[0]]);
        write.Srns.ShouldBe([_srns[0], _srns[1]], ignoreOrder: true);
        write.SnoozedUntil.ShouldBe(until);
    }

    [Fact]
    public async Task A_decision_is_not_undone_by_the_way()
    {
        var tickets = new FakeTickets(FakeTickets.Ticket("a", TicketStatus.RiskAccepted));

        var (result, problem) = (await ChangeAsync(tickets, TicketChange.Close, [_srns[0]])).Single();

        (result.Status, result.TicketStatus).ShouldBe((TicketOutcome.Failed, TicketStatus.RiskAccepted));
        problem!.Id.ShouldBe("TicketDecided");
        problem.Remedy.ShouldContain("Open-SonraiTicket");
        tickets.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_Dig_counts_a_failure_reading_tells_whose_it_was()
    {
        var tickets = Three();
        tickets.Unmoved.Add(_srns[1]);

        var ends = await ChangeAsync(tickets, TicketChange.Close, _srns);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.Done, TicketOutcome.Failed, TicketOutcome.Done]);
        ends[1].Problem!.Id.ShouldBe("TicketNotChanged");
        ends[1].Result.TicketStatus.ShouldBe(TicketStatus.New);
        tickets.Finds.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_reading_and_nothing_is_sent_twice()
    {
        var tickets = Three();
        tickets.Unmoved.Add(_srns[2]);
        tickets.Answers = TicketProblems.AnswerLost("CloseTickets");

        var ends = await ChangeAsync(tickets, TicketChange.Close, _srns);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.Done, TicketOutcome.Done, TicketOutcome.Failed]);
        ends[2].Problem!.Id.ShouldBe("TicketAnswerLost");
        tickets.Written.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_ticket_snoozed_anew_counts_only_if_the_move_left_its_mark()
    {
        var snoozed = FakeTickets.Ticket("a", TicketStatus.Snoozed);
        var moved = new FakeTickets(snoozed) { Answers = TicketProblems.AnswerLost("SnoozeTickets") };
        var stayed = new FakeTickets(snoozed) { Answers = TicketProblems.AnswerLost("SnoozeTickets") };
        stayed.Unmoved.Add(_srns[0]);

        var change = TicketChange.Snooze(DateTimeOffset.MaxValue);

        (await ChangeAsync(moved, change, [_srns[0]])).Single().Result.Status.ShouldBe(TicketOutcome.Done);
        (await ChangeAsync(stayed, change, [_srns[0]])).Single().Result.Status.ShouldBe(TicketOutcome.Failed);
    }

    [Fact]
    public async Task If_Dig_goes_away_before_the_look_back_each_ticket_is_told_of()
    {
        var tickets = Three();
        tickets.Answers = TicketProblems.AnswerLost("CloseTickets");
        tickets.OnFind = count =>
        {
            if (count == 2)
            {
                throw new SonraiException(DigProblems.ServerError("acme", 500));
            }
        };

        var ends = await ChangeAsync(tickets, TicketChange.Close, _srns);

        ends.ShouldAllBe(end => end.Result.Status == TicketOutcome.Failed && end.Problem!.Id == "TicketAnswerLost");
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_does_not_touch_the_others()
    {
        var ends = await ChangeAsync(Three(), TicketChange.Close, [_srns[0], "srn:acme::Ticket/none", _srns[1]]);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.Done, TicketOutcome.Failed, TicketOutcome.Done]);
        ends[1].Problem!.Id.ShouldBe("TicketNotFound");
    }

    [Fact]
    public async Task A_ticket_given_twice_is_sent_once_and_told_of_twice()
    {
        var tickets = Three();

        var ends = await ChangeAsync(tickets, TicketChange.Close, [_srns[0], _srns[0]]);

        ends.Count.ShouldBe(2);
        tickets.Written.ShouldHaveSingleItem().Srns.ShouldBe([_srns[0]]);
    }

    [Fact]
    public async Task A_reason_that_could_not_be_kept_is_told_beside_the_acceptance()
    {
        var tickets = Three();
        tickets.CommentProblems[_srns[0]] = TicketProblems.CommentRefused(_srns[0], "too long");

        var (result, problem) = (await ChangeAsync(tickets, TicketChange.AcceptRisk(new RiskAcceptance { Reason = "why" }), [_srns[0]])).Single();

        result.Status.ShouldBe(TicketOutcome.Done);
        result.Reason!.ShouldContain("too long");
        problem!.Id.ShouldBe("TicketCommentRefused");
    }

    [Fact]
    public async Task A_comment_that_was_all_that_was_wanted_fails_with_its_problem()
    {
        var tickets = Three();
        tickets.CommentProblems[_srns[0]] = TicketProblems.CommentRefused(_srns[0], "too long");

        var ends = await ChangeAsync(tickets, TicketChange.Note(null, "hello"), _srns[..2]);

        ends.Select(end => end.Result.Status).ShouldBe([TicketOutcome.Failed, TicketOutcome.Done]);
        tickets.Written.Single().Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_can_be_assigned_whatever_its_status()
    {
        var user = new SonraiUser("srn:acme::SonraiUser/1", "Ada", "ada@example.com");
        var tickets = new FakeTickets(FakeTickets.Ticket("a", TicketStatus.Closed));

        var (result, _) = (await ChangeAsync(tickets, TicketChange.Note(user, null), [_srns[0]])).Single();

        (result.Status, result.TicketStatus).ShouldBe((TicketOutcome.Done, TicketStatus.Closed));
        tickets.Written.Single().AssigneeSrn.ShouldBe(user.Srn);
    }

    private static FakeTickets Three() => new(FakeTickets.Ticket("a"), FakeTickets.Ticket("b"), FakeTickets.Ticket("c"));

    private static Task<IReadOnlyList<TicketEnd>> ChangeAsync(FakeTickets tickets, TicketChange change, IReadOnlyList<string> srns) =>
        new TicketChanger(tickets, change).ApplyAsync(srns, default);
}
