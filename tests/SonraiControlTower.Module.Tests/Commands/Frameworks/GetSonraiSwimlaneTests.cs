using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Frameworks;

public sealed class GetSonraiSwimlaneTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_sandbox_has_the_global_swimlane_and_those_of_its_estate()
    {
        var run = _sandbox.Run("Get-SonraiSwimlane");

        run.Errors.ShouldBeEmpty();
        run.Strings("Title").ShouldBe(["Global", "Production", "Test and development", "Billing", "Experiments"]);
        run.Values("IsGlobal").ShouldBe([true, false, false, false, false]);
    }

    [Theory]
    [InlineData("PROD*", 1)]
    [InlineData("other*", 0)]
    public void Titles_take_wildcards(string pattern, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiSwimlane {pattern}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }

    [Fact]
    public void The_accounts_of_a_swimlane_are_accounts_of_the_organization()
    {
        var run = _sandbox.Run("(Get-SonraiSwimlane Billing).Accounts | Get-OrgAccount");

        run.Errors.ShouldBeEmpty();
        run.Strings("Name").ShouldBe(["Billing prod", "Billing test"], ignoreOrder: true);
    }
}
