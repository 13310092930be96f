using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class SuspendSonraiTicketTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    private IEnumerable<string?> Snoozed => _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Status SNOOZED").Strings("ResourceName");

    [Theory]
    [InlineData("Suspend-SonraiTicket $srn 2099-01-31")]
    [InlineData("Suspend-SonraiTicket -Srn $srn -Until 2099-01-31T08:00:00+01:00")]
    [InlineData("Suspend-SonraiTicket $srn ([datetime]::Now.AddDays(14))")]
    [InlineData("Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy' | Suspend-SonraiTicket -Until ([datetimeoffset]::UtcNow.AddHours(1))")]
    public void Until_takes_dates_and_times_to_come(string script)
    {
        var run = _sandbox.Run(script, ("srn", SampleTickets.CiDeployer));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("TicketStatus").ShouldBe(["SNOOZED"]);
        Snoozed.ShouldBe(["ci-deployer"]);
    }

    [Fact]
    public void A_snoozed_ticket_is_snoozed_anew()
    {
        _sandbox.Run("Suspend-SonraiTicket $srn 2099-01-31", ("srn", SampleTickets.CiDeployer));

        var run = _sandbox.Run("Suspend-SonraiTicket $srn 2099-06-30");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
        _sandbox.Run("Get-SonraiAuditLog").Strings("EventName").ShouldBe(["SnoozeTickets", "ReopenTickets", "SnoozeTickets"]);
    }

    [Theory]
    [InlineData("Close-SonraiTicket $srn")]
    [InlineData("Approve-SonraiRisk $srn meant")]
    public void A_decision_stays(string decision)
    {
        _sandbox.Run(decision, ("srn", SampleTickets.CiDeployer));

        var run = _sandbox.Run("Suspend-SonraiTicket $srn 2099-01-31");

        run.OnlyError("TicketDecided");
        run.Strings("Status").ShouldBe(["Failed"]);
        Snoozed.ShouldBeEmpty();
    }

    [Fact]
    public void A_time_that_is_past_ends_the_command_before_anything_is_asked()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Suspend-SonraiTicket -Until 2020-01-31");

        run.OnlyError("SnoozeInThePast").TargetObject.ShouldBeOfType<DateTimeOffset>().Year.ShouldBe(2020);
        run.Output.ShouldBeEmpty();
        Snoozed.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_time_is_refused()
    {
        _sandbox.Run("Suspend-SonraiTicket srn:x someday").ErrorIds.ShouldBe(["CannotConvertArgumentNoMessage"]);
    }

    [Fact]
    public void WhatIf_snoozes_nothing()
    {
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Suspend-SonraiTicket -Until 2099-01-31 -WhatIf").Output.ShouldBeEmpty();

        Snoozed.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        _sandbox.Run("@() | Suspend-SonraiTicket -Until 2099-01-31").OnlyError("NoTicketGiven");
    }
}
