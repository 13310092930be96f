using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class SetSonraiTicketTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("maren@example.com")]
    [InlineData("MAREN@example.com")]
    [InlineData("'maren oduya'")]
    [InlineData("srn:sandbox::SonraiUser/maren")]
    public void Somebody_is_an_address_a_name_or_an_SRN(string assignee)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy' | Set-SonraiTicket -AssignTo {assignee}");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("TicketStatus").ShouldBe(["NEW"]);
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy'").Strings("AssignedTo").ShouldBe(["maren@example.com"]);
    }

    [Fact]
    public void Both_go_together_to_every_ticket()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Severity CRITICAL | Set-SonraiTicket -AssignTo tomas@example.com -Comment 'Still needed?'");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done", "Done", "Done"]);
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Severity CRITICAL").Strings("AssignedTo").Distinct().ShouldBe(["tomas@example.com"]);
        _sandbox.Run("(Get-SonraiLeastPrivilegeTicket -Severity CRITICAL -Detailed).Comments").Strings("Body")
            .ShouldBe(["Still needed?", "Still needed?", "Still needed?"]);
    }

    [Theory]
    [InlineData("Close-SonraiTicket $srn", "CLOSED")]
    [InlineData("Suspend-SonraiTicket $srn 2099-01-31", "SNOOZED")]
    [InlineData("Open-SonraiTicket $srn", "NEW")]
    public void The_status_stays_whatever_it_is(string before, string status)
    {
        _sandbox.Run(before, ("srn", SampleTickets.CiDeployer)).Errors.ShouldBeEmpty();

        var run = _sandbox.Run("Set-SonraiTicket $srn -Comment late");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("TicketStatus").ShouldBe([status]);
    }

    [Fact]
    public void A_comment_is_made_each_time()
    {
        _sandbox.Run("Set-SonraiTicket $srn -Comment again; Set-SonraiTicket $srn -Comment again", ("srn", SampleTickets.CiDeployer));

        _sandbox.Run("(Get-SonraiLeastPrivilegeTicket -Srn $srn -Detailed).Comments").Strings("Body").ShouldBe(["again", "again"]);
    }

    [Fact]
    public void A_ticket_that_comes_again_is_commented_on_once()
    {
        _sandbox.Run("Set-SonraiTicket $srn, $srn -Comment once", ("srn", SampleTickets.CiDeployer)).Output.Count.ShouldBe(1);

        _sandbox.Run("(Get-SonraiLeastPrivilegeTicket -Srn $srn -Detailed).Comments").Strings("Body").ShouldBe(["once"]);
    }

    [Fact]
    public void Somebody_unknown_ends_the_command_and_nothing_is_said()
    {
        var run = _sandbox.Run("Set-SonraiTicket $srn -AssignTo nobody -Comment hello", ("srn", SampleTickets.CiDeployer));

        run.OnlyError("UserNotFound").TargetObject.ShouldBe("nobody");
        run.Output.ShouldBeEmpty();
        _sandbox.Run("(Get-SonraiLeastPrivilegeTicket -Srn $srn -Detailed).Comments").Output.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_to_set_is_told()
    {
        _sandbox.Run("Set-SonraiTicket $srn", ("srn", SampleTickets.CiDeployer)).OnlyError("NothingToSet");
    }

    [Fact]
    public void A_comment_of_spaces_is_refused()
    {
        _sandbox.Run("Set-SonraiTicket srn:x -Comment '  '").ErrorIds.ShouldBe(["ParameterArgumentValidationError"]);
    }

    [Fact]
    public void What_there_is_not_fails_and_the_next_is_assigned()
    {
        var run = _sandbox.Run("Set-SonraiTicket srn:none, $srn -AssignTo operator", ("srn", SampleTickets.CiDeployer));

        run.OnlyError("TicketNotFound").TargetObject.ShouldBe("srn:none");
        run.Strings("Status").ShouldBe(["Failed", "Done"]);
    }

    [Fact]
    public void WhatIf_says_nothing_and_assigns_nobody()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Set-SonraiTicket -AssignTo operator -Comment hello -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket").Values("AssignedTo").ShouldAllBe(assignee => assignee == null);
        _sandbox.Run("Get-SonraiAuditLog").Output.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        _sandbox.Run("@() | Set-SonraiTicket -Comment hello").OnlyError("NoTicketGiven");
    }

    [Fact]
    public void Tab_completes_who_there_is()
    {
        var run = _sandbox.Run("$line = 'Set-SonraiTicket -AssignTo '; (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText");

        run.Output.Select(text => text.ToString()).ShouldBe(["operator", "'maren@example.com'", "'tomas@example.com'"]);
    }
}
