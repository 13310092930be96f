namespace SonraiControlTower.Engine.Tests.Tickets;

public sealed class TicketBookTests
{
    private static readonly DateTimeOffset _day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly KeptShelf _shelf = new();
    private readonly ControlFinding _finding = FakeFindings.One("a");

    [Fact]
    public void A_finding_becomes_a_new_ticket_of_the_framework_that_its_policy_belongs_to()
    {
        var book = Book();

        book.Update([_finding], "1", _day);

        var ticket = book.States.ShouldHaveSingleItem().Ticket;
        (ticket.Status, ticket.Severity, ticket.SeverityNumeric).ShouldBe((TicketStatus.New, TicketSeverity.High, 70));
        ticket.FrameworkSrns.ShouldBe([FakeFindings.FrameworkSrn]);
        ticket.ResourceSrn.ShouldBe("srn:aws:iam::111122223333/Role/Role/a");
        (ticket.CreatedAt, ticket.FirstSeenAt, ticket.LastSeenAt).ShouldBe((_day, _day, _day));
    }

    [Fact]
    public void Found_again_it_is_the_same_ticket_seen_later()
    {
        var book = Book();
        book.Update([_finding], "1", _day);

        book.Update([_finding with { Severity = 90 }], "2", _day.AddDays(1));

        var ticket = book.States.ShouldHaveSingleItem().Ticket;
        (ticket.FirstSeenAt, ticket.LastSeenAt).ShouldBe((_day, _day.AddDays(1)));
        ticket.Severity.ShouldBe(TicketSeverity.Critical);
    }

    [Fact]
    public void What_is_not_found_any_more_is_closed_by_the_engine_and_reopened_when_it_comes_back()
    {
        var book = Book();
        book.Update([_finding], "1", _day);

        book.Update([], "2", _day.AddDays(1));
        var closed = book.States.Single().Ticket;
        book.Update([_finding], "3", _day.AddDays(2));
        var reopened = book.States.Single().Ticket;

        (closed.Status, closed.TransitionedBy, closed.TransitionedAt).ShouldBe((TicketStatus.Closed, "local engine", _day.AddDays(1)));
        (reopened.Status, reopened.TransitionedBy, reopened.FirstSeenAt).ShouldBe((TicketStatus.New, "local engine", _day));
    }

    [Fact]
    public void A_ticket_that_somebody_closed_stays_so_until_other_data_shows_it_again()
    {
        var book = Book();
        book.Update([_finding], "1", _day);
        book.Put([book.States.Single().Moved(TicketStatus.Closed, null, "1", "ada", _day)!]);

        book.Update([_finding], "1", _day.AddDays(1));
        var same = book.States.Single().Ticket.Status;
        book.Update([_finding], "2", _day.AddDays(2));

        same.ShouldBe(TicketStatus.Closed);
        book.States.Single().Ticket.Status.ShouldBe(TicketStatus.New);
    }

    [Theory]
    [InlineData(TicketStatus.RiskAccepted)]
    [InlineData(TicketStatus.Snoozed)]
    public void An_accepted_risk_stays_accepted_and_a_snoozed_ticket_sleeps_on(string status)
    {
        var book = Book();
        book.Update([_finding], "1", _day);
        book.Put([book.States.Single().Moved(status, _day.AddDays(9), "1", "ada", _day)!]);

        book.Update([_finding], "2", _day.AddDays(1));

        book.States.Single().Ticket.Status.ShouldBe(status);
    }

    [Fact]
    public void An_accepted_risk_that_is_gone_is_still_accepted_when_it_comes_back()
    {
        var book = Book();
        book.Update([_finding], "1", _day);
        book.Put([book.States.Single().Moved(TicketStatus.RiskAccepted, null, "1", "ada", _day)!]);

        book.Update([], "2", _day.AddDays(1));
        book.Update([_finding], "3", _day.AddDays(2));

        book.States.Single().Ticket.Status.ShouldBe(TicketStatus.RiskAccepted);
    }

    [Fact]
    public void Another_session_goes_on_where_this_one_was()
    {
        var book = Book();
        book.Update([_finding, FakeFindings.One("b")], "1", _day);
        var user = new SonraiUser("srn:acme::SonraiUser/ada", "Ada", "ada@example.com");
        var state = book.States.First();
        book.Put([state.Commented("meant", "ada", _day).Assigned(user, _day).Moved(TicketStatus.Closed, null, "1", "ada", _day)!]);

        var later = Book();
        later.Update([_finding, FakeFindings.One("b")], "1", _day.AddDays(1));

        later.States.Count().ShouldBe(2);
        var ticket = later.Find(state.Ticket.Srn)!.Ticket;
        (ticket.Status, ticket.AssignedTo, ticket.Comments!.Single().Body).ShouldBe((TicketStatus.Closed, "ada@example.com", "meant"));
        ticket.FirstSeenAt.ShouldBe(_day);
    }

    private TicketBook Book() => new("acme", FrameworkCatalogue.Read("acme"), _shelf);

    /// <summary>Keeps what a store would: text.</summary>
    private sealed class KeptShelf : ITicketShelf
    {
        private readonly Dictionary<string, string> _texts = [];

        public IReadOnlyList<TicketState> Read() =>
            [.. _texts.Values.Select(text => System.Text.Json.JsonSerializer.Deserialize(text, TicketStateJson.Default.TicketState)!)];

        public void Write(IReadOnlyCollection<TicketState> states)
        {
            foreach (var state in states)
            {
                _texts[state.Ticket.Srn] = System.Text.Json.JsonSerializer.Serialize(state, TicketStateJson.Default.TicketState);
            }
        }
    }
}
