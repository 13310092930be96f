using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Session;

public sealed class ConnectSonraiTests
{
    [Fact]
    public void The_sandbox_needs_nothing_and_says_what_it_is()
    {
        using var runspace = new ModuleRunspace();

        var run = runspace.Run("Connect-Sonrai -Sandbox");

        run.Errors.ShouldBeEmpty();
        run.Strings("Mode").ShouldBe(["Sandbox"]);
        run.Strings("Tenant").ShouldBe(["sandbox"]);
    }

    [Fact]
    public void Two_runspaces_have_two_sessions()
    {
        using var one = ModuleRunspace.InSandbox();
        using var two = ModuleRunspace.InSandbox();
        using var none = new ModuleRunspace();

        one.Run("'222233334444' | Register-SonraiAccount");

        one.Run("Get-SonraiAccount").Output.Count.ShouldBe(1);
        two.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
        none.Run("Get-SonraiAccount").OnlyError("NotConnected");
    }

    [Fact]
    public void Connecting_anew_replaces_the_session()
    {
        using var runspace = ModuleRunspace.InSandbox();
        runspace.Run("'222233334444' | Register-SonraiAccount");

        runspace.Run("Connect-Sonrai -Sandbox");

        runspace.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not.a.token", "MalformedToken")]
    [InlineData("a.bm90IGpzb24.c", "MalformedToken")]
    [InlineData("e30.e30.c2ln", "TokenClaimMissing")]
    public void What_is_no_token_is_refused_without_repeating_it(string token, string id)
    {
        using var runspace = new ModuleRunspace();

        var run = runspace.Run("Connect-Sonrai -Token $token", ("token", token));

        run.OnlyError(id).ToString().ShouldNotContain(token);
        runspace.Run("Get-SonraiContext").Output.ShouldBeEmpty();
    }
}
