using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tokens;

public sealed class TestSonraiTokenTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_session_s_own_token_is_good_and_tells_how_long()
    {
        var run = _sandbox.Run("Test-SonraiToken");

        run.Strings("Status").ShouldBe(["Valid"]);
        run.Values("IsValid").ShouldBe([true]);
        ((TimeSpan)run.Values("TimeLeft").Single()!).ShouldBeGreaterThan(TimeSpan.FromDays(29));
    }

    [Fact]
    public void A_new_token_can_be_piped_in()
    {
        var run = _sandbox.Run("New-SonraiToken | Test-SonraiToken");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Valid"]);
    }

    [Fact]
    public void A_removed_token_is_refused_with_the_reason()
    {
        var run = _sandbox.Run("""
            $token = New-SonraiToken -Name short
            Remove-SonraiToken short -Confirm:$false
            $token | Test-SonraiToken
            """);

        run.Strings("Status").ShouldBe(["Refused"]);
        run.Strings("Reason").Single().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void What_is_no_token_is_a_verdict_that_does_not_repeat_it()
    {
        var run = _sandbox.Run("Test-SonraiToken 'hunter2-hunter2'");

        run.Strings("Status").ShouldBe(["Malformed"]);
        run.Strings("Reason").Single()!.ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_token_of_another_sandbox_is_refused()
    {
        using var other = ModuleRunspace.InSandbox();
        var foreign = other.Run("(New-SonraiToken -AsPlainText).Token").Output.Single().BaseObject;

        var run = _sandbox.Run("Test-SonraiToken $foreign", ("foreign", foreign));

        run.Strings("Status").ShouldBe(["Refused"]);
    }

    [Fact]
    public void A_listed_token_is_judged_by_when_it_ends()
    {
        var run = _sandbox.Run("""
            New-SonraiToken -Name listed > $null
            Get-SonraiToken listed | Test-SonraiToken
            [SonraiControlTower.SonraiToken]@{ Name = 'old'; ExpiresAt = [datetimeoffset]'2020-01-01' } | Test-SonraiToken
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Valid", "Expired"]);
        run.Values("TimeLeft").Last().ShouldBe(TimeSpan.Zero);
    }
}
