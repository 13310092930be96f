using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class CloseSonraiTicketTests : IDisposable
{
    private const int MoreThanTwoBatches = 120;

    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    private IEnumerable<string?> Closed => _sandbox.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * -Status CLOSED").Strings("ResourceName");

    [Theory]
    [InlineData("Close-SonraiTicket $srn")]
    [InlineData("Close-SonraiTicket -Srn $srn")]
    [InlineData("Close-SonraiTicket (Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy')")]
    [InlineData("Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy' | Close-SonraiTicket")]
    [InlineData("Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy' -Detailed | Close-SonraiTicket")]
    [InlineData("[pscustomobject]@{ Srn = $srn; Title = 'from a file' } | Close-SonraiTicket")]
    [InlineData("Get-SonraiSearchResult 'Open tickets' | Where-Object resourceName -eq ci-deployer | Close-SonraiTicket")]
    public void Tickets_SRNs_and_what_has_an_SRN_are_closed(string script)
    {
        var run = _sandbox.Run(script, ("srn", SampleTickets.CiDeployer));

        run.Errors.ShouldBeEmpty();
        run.Strings("Srn").ShouldBe([SampleTickets.CiDeployer]);
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("TicketStatus").ShouldBe(["CLOSED"]);
        run.Strings("Title").ShouldBe(["AWS Users: Unused Sensitive Permissions"]);
        run.Strings("ResourceName").ShouldBe(["ci-deployer"]);
        run.Strings("Account").ShouldBe(["888899990000"]);
        run.Values("Reason").ShouldBe([null]);
        Closed.ShouldBe(["ci-deployer"]);
    }

    [Fact]
    public void What_is_listed_can_be_closed_as_it_comes_and_none_is_left_out()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * -Status NEW | Close-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Done"]);
        run.Output.Count.ShouldBe(11);
        Closed.Count().ShouldBe(11);
    }

    [Fact]
    public void Run_again_nothing_is_done()
    {
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Severity CRITICAL | Close-SonraiTicket").Strings("Status").Distinct().ShouldBe(["Done"]);
        var doings = _sandbox.Run("Get-SonraiAuditLog").Output.Count;

        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Severity CRITICAL | Close-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["AlreadyDone", "AlreadyDone", "AlreadyDone"]);
        run.Strings("TicketStatus").Distinct().ShouldBe(["CLOSED"]);
        _sandbox.Run("Get-SonraiAuditLog").Output.Count.ShouldBe(doings);
    }

    [Fact]
    public void A_snoozed_ticket_is_closed_though_Dig_closes_new_ones_only()
    {
        _sandbox.Run("Suspend-SonraiTicket $srn 2099-01-31", ("srn", SampleTickets.CiDeployer)).Errors.ShouldBeEmpty();

        var run = _sandbox.Run("Close-SonraiTicket $srn");

        run.Errors.ShouldBeEmpty();
        run.Strings("TicketStatus").ShouldBe(["CLOSED"]);
        _sandbox.Run("Get-SonraiAuditLog").Strings("EventName").ShouldBe(["SnoozeTickets", "ReopenTickets", "CloseTickets"]);
    }

    [Fact]
    public void An_accepted_risk_is_a_decision_and_the_next_ticket_is_closed()
    {
        _sandbox.Run("Approve-SonraiRisk $srn meant", ("srn", SampleTickets.BookingApi)).Errors.ShouldBeEmpty();

        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -AccountId 111133335555, 888899990000 | Close-SonraiTicket");

        var error = run.OnlyError("TicketDecided");
        error.TargetObject.GetType().Name.ShouldBe("SonraiTicket");
        error.ErrorDetails.RecommendedAction.ShouldContain("Open-SonraiTicket");
        run.Strings("Status").ShouldBe(["Failed", "Done"]);
        run.Strings("TicketStatus").ShouldBe(["RISK_ACCEPTED", "CLOSED"]);
        run.Strings("Reason").ShouldBe([error.Exception.Message, null]);
    }

    [Fact]
    public void A_ticket_that_comes_again_has_one_result()
    {
        var run = _sandbox.Run(
            "@(Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy') * 3 + [pscustomobject]@{ Srn = $srn } | Close-SonraiTicket", ("srn", SampleTickets.CiDeployer));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
    }

    [Fact]
    public void What_there_is_not_fails_and_the_next_is_closed()
    {
        var run = _sandbox.Run("Close-SonraiTicket srn:none, $srn", ("srn", SampleTickets.CiDeployer));

        run.OnlyError("TicketNotFound").TargetObject.ShouldBe("srn:none");
        run.Strings("Srn").ShouldBe(["srn:none", SampleTickets.CiDeployer]);
        run.Strings("Status").ShouldBe(["Failed", "Done"]);
        run.Strings("TicketStatus").ShouldBe([null, "CLOSED"]);
    }

    [Fact]
    public void More_than_a_batch_is_answered_in_the_order_of_the_input()
    {
        var run = _sandbox.Run(
            "1..$count | ForEach-Object { [pscustomobject]@{ Srn = \"srn:none/$_\" } } | Close-SonraiTicket", ("count", MoreThanTwoBatches));

        run.Strings("Srn").ShouldBe(Enumerable.Range(1, MoreThanTwoBatches).Select(number => $"srn:none/{number}"));
        run.ErrorIds.Count().ShouldBe(MoreThanTwoBatches);
        run.ErrorIds.Distinct().ShouldBe(["TicketNotFound"]);
    }

    [Fact]
    public void WhatIf_closes_nothing()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Close-SonraiTicket -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        Closed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@() | Close-SonraiTicket")]
    [InlineData("Get-SonraiLeastPrivilegeTicket nothing | Close-SonraiTicket")]
    public void An_empty_pipeline_is_told(string script)
    {
        var run = _sandbox.Run(script);

        run.OnlyError("NoTicketGiven");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Close-SonraiTicket srn:x").OnlyError("NotConnected");
    }
}
