using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class OpenSonraiTicketTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    private int New => _sandbox.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * -Status NEW").Output.Count;

    [Theory]
    [InlineData("Close-SonraiTicket $srn")]
    [InlineData("Suspend-SonraiTicket $srn 2099-01-31")]
    [InlineData("Approve-SonraiRisk $srn meant")]
    public void Whatever_was_decided_is_taken_back(string decision)
    {
        var all = New;
        _sandbox.Run(decision, ("srn", SampleTickets.BookingApi)).Strings("Status").ShouldBe(["Done"]);
        New.ShouldBe(all - 1);

        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Status CLOSED, SNOOZED, RISK_ACCEPTED | Open-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("TicketStatus").ShouldBe(["NEW"]);
        New.ShouldBe(all);
    }

    [Fact]
    public void A_new_ticket_is_left_alone()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Open-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["AlreadyDone"]);
        _sandbox.Run("Get-SonraiAuditLog").Output.ShouldBeEmpty();
    }

    [Fact]
    public void The_results_of_a_change_bind_by_their_SRN()
    {
        var all = New;

        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Severity HIGH | Close-SonraiTicket | Open-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Done"]);
        New.ShouldBe(all);
    }

    [Fact]
    public void The_comments_stay()
    {
        _sandbox.Run("Approve-SonraiRisk $srn meant; Open-SonraiTicket $srn", ("srn", SampleTickets.BookingApi)).Errors.ShouldBeEmpty();

        var comments = _sandbox.Run("(Get-SonraiLeastPrivilegeTicket -Srn $srn -Detailed).Comments");

        comments.Strings("Body").ShouldBe(["Risk accepted: meant"]);
    }

    [Fact]
    public void WhatIf_opens_nothing()
    {
        _sandbox.Run("Close-SonraiTicket $srn", ("srn", SampleTickets.BookingApi));
        var open = New;

        _sandbox.Run("Open-SonraiTicket $srn -WhatIf").Output.ShouldBeEmpty();

        New.ShouldBe(open);
    }

    [Fact]
    public void What_there_is_not_is_told()
    {
        _sandbox.Run("Open-SonraiTicket srn:none").OnlyError("TicketNotFound").TargetObject.ShouldBe("srn:none");
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Status SNOOZED | Open-SonraiTicket").OnlyError("NoTicketGiven");
    }
}
