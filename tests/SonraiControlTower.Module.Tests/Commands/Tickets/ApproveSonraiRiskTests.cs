using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class ApproveSonraiRiskTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    private IEnumerable<string?> Comments(string srn) =>
        _sandbox.Run("(Get-SonraiLeastPrivilegeTicket -Srn $srn -Detailed).Comments", ("srn", srn)).Strings("Body");

    [Fact]
    public void The_collectors_own_role_is_accepted_with_the_reason_as_a_comment()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected | Approve-SonraiRisk -Reason ' It must read everything. '");

        run.Errors.ShouldBeEmpty();
        run.Strings("Srn").ShouldBe([SampleTickets.Collector]);
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("TicketStatus").ShouldBe(["RISK_ACCEPTED"]);
        Comments(SampleTickets.Collector).ShouldBe(["Risk accepted: It must read everything."]);
    }

    [Fact]
    public void Run_again_nothing_is_done_and_the_comment_is_not_made_twice()
    {
        _sandbox.Run("Approve-SonraiRisk $srn meant", ("srn", SampleTickets.BookingApi)).Strings("Status").ShouldBe(["Done"]);

        var run = _sandbox.Run("Approve-SonraiRisk $srn meant");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["AlreadyDone"]);
        Comments(SampleTickets.BookingApi).ShouldBe(["Risk accepted: meant"]);
    }

    [Fact]
    public void A_closed_ticket_is_a_decision_and_gets_no_comment()
    {
        _sandbox.Run("Close-SonraiTicket $srn", ("srn", SampleTickets.BookingApi));

        var run = _sandbox.Run("Approve-SonraiRisk $srn meant");

        run.OnlyError("TicketDecided").ErrorDetails.RecommendedAction.ShouldContain("Open-SonraiTicket");
        run.Strings("Status").ShouldBe(["Failed"]);
        run.Strings("TicketStatus").ShouldBe(["CLOSED"]);
        Comments(SampleTickets.BookingApi).ShouldBeEmpty();
    }

    [Fact]
    public void A_snoozed_ticket_is_accepted()
    {
        _sandbox.Run("Suspend-SonraiTicket $srn 2099-01-31", ("srn", SampleTickets.BookingApi));

        _sandbox.Run("Approve-SonraiRisk $srn meant").Strings("TicketStatus").ShouldBe(["RISK_ACCEPTED"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_reason_says_something(string reason)
    {
        var run = _sandbox.Run("Approve-SonraiRisk $srn $reason", ("srn", SampleTickets.BookingApi), ("reason", reason));

        run.ErrorIds.ShouldBe(["ParameterArgumentValidationError"]);
        Comments(SampleTickets.BookingApi).ShouldBeEmpty();
    }

    [Fact]
    public void What_there_is_not_fails_and_the_next_is_accepted()
    {
        var run = _sandbox.Run("Approve-SonraiRisk srn:none, $srn meant", ("srn", SampleTickets.BookingApi));

        run.OnlyError("TicketNotFound").TargetObject.ShouldBe("srn:none");
        run.Strings("Status").ShouldBe(["Failed", "Done"]);
    }

    [Fact]
    public void A_risk_is_accepted_for_some_days_by_somebody_and_the_ticket_and_its_comment_say_so()
    {
        var run = _sandbox.Run("Approve-SonraiRisk $srn meant -For 90 -ApprovedBy Ana", ("srn", SampleTickets.BookingApi));

        run.Errors.ShouldBeEmpty();
        run.Texts.ShouldNotContain(text => text.Contains("comment only", StringComparison.Ordinal));
        var days = _sandbox.Run("[math]::Round(((Get-SonraiLeastPrivilegeTicket -Srn $srn).RiskAcceptedUntil - [DateTimeOffset]::UtcNow).TotalDays)");
        days.Output.ShouldHaveSingleItem().BaseObject.ShouldBe(90d);
        Comments(SampleTickets.BookingApi).ShouldHaveSingleItem()!.ShouldStartWith("Risk accepted by Ana until 20");
    }

    [Theory]
    [InlineData("-Until 2001-02-03", "RiskAcceptedInThePast")]
    [InlineData("-For 0", "RiskAcceptedInThePast")]
    [InlineData("-For -3", "RiskAcceptedInThePast")]
    [InlineData("-For 90 -Until 2099-01-31", "RiskAcceptedUntilTwice")]
    public void A_time_that_cannot_be_is_refused_and_nothing_is_accepted(string terms, string error)
    {
        var run = _sandbox.Run($"Approve-SonraiRisk $srn meant {terms}", ("srn", SampleTickets.BookingApi));

        run.ErrorIds.ShouldBe([error]);
        Comments(SampleTickets.BookingApi).ShouldBeEmpty();
    }

    [Fact]
    public void WhatIf_accepts_nothing_and_says_nothing()
    {
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Approve-SonraiRisk -Reason meant -WhatIf").Output.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Status RISK_ACCEPTED").Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiAuditLog").Output.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket nothing | Approve-SonraiRisk -Reason meant").OnlyError("NoTicketGiven");
    }
}
