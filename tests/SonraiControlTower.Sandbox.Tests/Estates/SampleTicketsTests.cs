using System.Text.Json;

namespace SonraiControlTower.Sandbox.Tests.Estates;

public sealed class SampleTicketsTests
{
    private readonly LandingZone _zone = LandingZone.Sample(new PromptClock());

    [Fact]
    public void The_file_says_that_it_is_made_up_and_that_nothing_was_analysed()
    {
        var about = string.Join(' ', TicketFile.ReadSample().About);

        about.ShouldContain("made up");
        about.ShouldContain("nothing has been analysed");
    }

    [Fact]
    public void Every_ticket_is_about_an_account_of_the_estate()
    {
        var accounts = EstateFile.ReadSample().Root.SelfAndBelow().SelectMany(unit => unit.Accounts).Select(account => account.Id).ToHashSet();

        _zone.Tickets.ShouldNotBeEmpty();
        _zone.Tickets.ShouldAllBe(ticket => accounts.Contains(ticket.Account!) && ticket.Status == TicketStatus.New);
        _zone.Tickets.Select(ticket => ticket.Srn).ShouldBeUnique();
    }

    [Fact]
    public void The_role_of_the_collector_has_a_ticket_of_its_own() =>
        _zone.Tickets.ShouldContain(ticket => ticket.ResourceName == RegistrationPlan.DefaultRoleName && ticket.ResourceType == "Role");

    [Fact]
    public void Every_policy_is_a_document_that_IAM_would_take()
    {
        var documents = _zone.Tickets.SelectMany(ticket => ticket.Evidence!)
            .SelectMany(policy => new[] { policy.RecommendedPolicy, policy.MonitoredPolicy })
            .OfType<string>().ToList();

        documents.Count.ShouldBeGreaterThan(10);
        foreach (var document in documents)
        {
            var root = JsonElement.Parse(document);
            root.GetProperty("Version").GetString().ShouldBe("2012-10-17");
            root.GetProperty("Statement").EnumerateArray().ShouldAllBe(statement =>
                statement.GetProperty("Effect").GetString() == "Allow" && statement.GetProperty("Action").GetArrayLength() > 0);
        }
    }

    [Fact]
    public void What_is_not_used_at_all_is_to_be_detached_and_has_no_document() =>
        _zone.Tickets.SelectMany(ticket => ticket.Evidence!).ShouldAllBe(policy => (policy.MonitoredType == "detach") == (policy.MonitoredPolicy == null));
}
