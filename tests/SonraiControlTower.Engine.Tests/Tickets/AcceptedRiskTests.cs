namespace SonraiControlTower.Engine.Tests.Tickets;

/// <summary>How long an accepted risk stays accepted, and what else it covers.</summary>
public sealed class AcceptedRiskTests : IDisposable
{
    private static readonly DateTimeOffset _day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly Store _store = Store.Open(null);
    private readonly ControlFinding _finding = FakeFindings.One("a");
    private readonly ControlFinding _other;

    public AcceptedRiskTests() => _other = _finding with { Policy = "AWS Roles: Assumable by Any Principal" };

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Until_its_time_has_come_a_risk_stays_accepted_and_says_until_when()
    {
        var book = Accepted(Until(_day.AddDays(90)));

        book.Update([_finding], "2", _day.AddDays(89));
        book.Wake("2", _day.AddDays(89));

        var ticket = Of(book, _finding).Ticket;
        (ticket.Status, ticket.RiskAcceptedUntil).ShouldBe((TicketStatus.RiskAccepted, _day.AddDays(90)));
    }

    [Fact]
    public void When_its_time_has_come_what_is_still_found_is_new_again_and_the_engine_says_why()
    {
        var book = Accepted(Until(_day.AddDays(90)));

        book.Update([_finding], "2", _day.AddDays(91));
        book.Wake("2", _day.AddDays(91));

        var ticket = Of(book, _finding).Ticket;
        (ticket.Status, ticket.RiskAcceptedUntil, ticket.TransitionedBy, ticket.TransitionedAt)
            .ShouldBe((TicketStatus.New, null, "local engine", _day.AddDays(90)));
        var comment = ticket.Comments!.ShouldHaveSingleItem();
        (comment.CreatedBy, comment.Body).ShouldBe(("local engine", "The risk was accepted until 2026-05-30 12:00 UTC, and is still there."));
    }

    [Fact]
    public void When_its_time_has_come_what_is_not_found_any_more_is_closed_and_comes_back_with_other_data()
    {
        var book = Accepted(Until(_day.AddDays(90)));

        book.Update([], "2", _day.AddDays(91));
        book.Wake("2", _day.AddDays(91));
        var closed = Of(book, _finding).Ticket;
        book.Update([_finding], "3", _day.AddDays(92));

        (closed.Status, closed.TransitionedBy, closed.Comments!.Count).ShouldBe((TicketStatus.Closed, "local engine", 0));
        Of(book, _finding).Ticket.Status.ShouldBe(TicketStatus.New);
    }

    [Fact]
    public void What_is_accepted_for_good_never_wakes()
    {
        var book = Accepted(Until(null));

        book.Wake("1", _day.AddYears(50));

        var ticket = Of(book, _finding).Ticket;
        (ticket.Status, ticket.RiskAcceptedUntil).ShouldBe((TicketStatus.RiskAccepted, null));
    }

    [Fact]
    public void Another_session_honours_what_was_accepted_and_its_end()
    {
        Accepted(Until(_day.AddDays(90)) with { Scope = RiskScope.Resource, By = "Ana" });

        var later = Book();
        later.Update([_finding, _other], "2", _day.AddDays(1));
        later.Wake("2", _day.AddDays(1));
        var statuses = later.States.Select(state => state.Ticket.Status).ToList();
        var last = Book();
        last.Update([_finding, _other], "2", _day.AddDays(91));
        last.Wake("2", _day.AddDays(91));

        statuses.ShouldBe([TicketStatus.RiskAccepted, TicketStatus.RiskAccepted]);
        last.States.ShouldAllBe(state => state.Ticket.Status == TicketStatus.New && state.Acceptance == null);
    }

    [Fact]
    public void What_is_found_later_of_the_same_resource_is_accepted_on_the_same_terms_and_says_so()
    {
        var terms = Until(_day.AddDays(90)) with { Scope = RiskScope.Resource };
        var book = Accepted(terms);

        book.Update([_finding, _other, FakeFindings.One("b")], "2", _day.AddDays(1));

        var state = Of(book, _other);
        (state.Ticket.Status, state.Acceptance, state.Ticket.RiskAcceptedUntil).ShouldBe((TicketStatus.RiskAccepted, terms, terms.Until));
        state.Ticket.Comments!.ShouldHaveSingleItem().Body.ShouldContain(FakeFindings.Policy);
        Of(book, FakeFindings.One("b")).Ticket.Status.ShouldBe(TicketStatus.New);
    }

    [Fact]
    public void What_is_accepted_for_a_ticket_alone_covers_no_other()
    {
        var book = Accepted(Until(null));

        book.Update([_finding, _other], "2", _day.AddDays(1));

        Of(book, _other).Ticket.Status.ShouldBe(TicketStatus.New);
    }

    [Fact]
    public void After_its_end_nothing_more_is_covered()
    {
        var book = Accepted(Until(_day.AddDays(90)) with { Scope = RiskScope.Resource });

        book.Update([_finding, _other], "2", _day.AddDays(90));

        Of(book, _other).Ticket.Status.ShouldBe(TicketStatus.New);
    }

    [Fact]
    public void A_ticket_that_somebody_reopens_is_not_accepted_again_for_the_resources_sake()
    {
        var book = Accepted(Until(null) with { Scope = RiskScope.Resource });
        book.Update([_finding, _other], "2", _day.AddDays(1));
        book.Put([Of(book, _other).Moved(TicketStatus.New, null, "2", "ada", _day.AddDays(2))!]);

        book.Update([_finding, _other], "3", _day.AddDays(3));

        Of(book, _other).Ticket.Status.ShouldBe(TicketStatus.New);
        Of(book, _finding).Ticket.Status.ShouldBe(TicketStatus.RiskAccepted);
    }

    [Fact]
    public void Of_several_terms_those_that_last_longest_count()
    {
        var book = Accepted(Until(_day.AddDays(9)) with { Scope = RiskScope.Resource });
        var third = _finding with { Policy = "AWS Roles: Unused Roles" };
        book.Update([_finding, _other], "2", _day);
        book.Put([Of(book, _other).Moved(TicketStatus.New, null, "2", "ada", _day)!.Accepted(Until(_day.AddDays(99)) with { Scope = RiskScope.Resource }, "2", "ada", _day)!]);

        book.Update([_finding, _other, third], "3", _day.AddDays(1));

        book.States.Select(state => state.Ticket.RiskAcceptedUntil).Max().ShouldBe(_day.AddDays(99));
        book.States.Count(state => state.Ticket.RiskAcceptedUntil == _day.AddDays(99)).ShouldBe(2);
    }

    [Fact]
    public void Reopening_ends_the_terms()
    {
        var book = Accepted(Until(_day.AddDays(90)));

        var reopened = Of(book, _finding).Moved(TicketStatus.New, null, "1", "ada", _day)!;

        (reopened.Acceptance, reopened.Ticket.RiskAcceptedUntil).ShouldBe((null, null));
        reopened.Woken(true, "1", _day.AddDays(91)).ShouldBe(reopened);
    }

    [Fact]
    public void Only_a_new_ticket_can_be_accepted() =>
        Of(Accepted(Until(null)), _finding).Accepted(Until(null), "1", "ada", _day).ShouldBeNull();

    private static RiskAcceptance Until(DateTimeOffset? until) => new() { Reason = "meant", Until = until };

    private static TicketState Of(TicketBook book, ControlFinding finding) =>
        book.States.Single(state => state.Ticket.Policy == finding.Policy && state.IdentityArn == finding.IdentityArn);

    private TicketBook Book() => new("acme", FrameworkCatalogue.Read("acme"), new StoreShelf(() => _store));

    private TicketBook Accepted(RiskAcceptance terms)
    {
        var book = Book();
        book.Update([_finding], "1", _day);
        book.Put([Of(book, _finding).Accepted(terms, "1", "ada", _day)!]);
        return book;
    }
}
