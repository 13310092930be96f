using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Audit;

public sealed class GetSonraiAuditLogTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void It_tells_who_did_what_to_what_oldest_first()
    {
        _sandbox.Run("""
            $null = Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy' | Approve-SonraiRisk -Reason meant
            $null = Register-SonraiAccount 222233334444
            """).Errors.ShouldBeEmpty();

        var run = _sandbox.Run("Get-SonraiAuditLog");

        run.Errors.ShouldBeEmpty();
        run.Strings("EventName").ShouldBe(["AcceptRiskTickets", "CreateTicketCommentBulk", "CreatePlatformcloudaccount"]);
        run.Strings("Actor").Distinct().ShouldBe(["operator"]);
        run.Strings("ActorSrn").ShouldAllBe(srn => srn!.StartsWith("srn:", StringComparison.Ordinal));
        run.Strings("Message").First()!.ShouldContain("ci-deployer");
        run.Strings("ResourceSrn").First()!.ShouldContain("::Ticket/");
        run.Strings("Srn").Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Looking_is_not_in_it()
    {
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Detailed; Get-SonraiAccount; Get-SonraiSearchResult 'Open tickets'");

        _sandbox.Run("Get-SonraiAuditLog").Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-After $now.AddMinutes(-5)", 1)]
    [InlineData("$now.AddMinutes(-5) $now.AddMinutes(5)", 1)]
    [InlineData("-Before $now.AddMinutes(5)", 1)]
    [InlineData("-Before $now.AddDays(8)", 0)]
    [InlineData("-After $now.AddMinutes(5)", 0)]
    [InlineData("-Before $now.AddMinutes(-5)", 0)]
    [InlineData("2020-01-01 2020-02-01", 0)]
    public void It_goes_from_a_time_to_a_time_seven_days_unless_told(string parameters, int expected)
    {
        _sandbox.Run("$null = Get-SonraiLeastPrivilegeTicket ci-deployer -ControlFramework '*Policy' | Close-SonraiTicket");

        var run = _sandbox.Run($"Get-SonraiAuditLog {parameters}", ("now", DateTimeOffset.Now));

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }

    [Fact]
    public void What_is_no_time_is_refused()
    {
        _sandbox.Run("Get-SonraiAuditLog someday").ErrorIds.ShouldBe(["CannotConvertArgumentNoMessage"]);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Get-SonraiAuditLog").OnlyError("NotConnected");
    }
}
