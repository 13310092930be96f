using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Frameworks;

public sealed class GetSonraiControlFrameworkTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("'least privilege*'", 4)]
    [InlineData("'Least Privilege - Optimize Policy'", 1)]
    [InlineData("'Least Privilege – Optimize Policy'", 1)]
    [InlineData("Data*, Identity*", 2)]
    [InlineData("none*", 0)]
    [InlineData("", 8)]
    public void Titles_take_wildcards_and_any_dash(string pattern, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiControlFramework {pattern}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }

    [Fact]
    public void Enabled_keeps_those_that_are_and_its_opposite_those_that_are_not()
    {
        _sandbox.Run("Enable-SonraiControlFramework 'Data Exposure'").Errors.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiControlFramework -Enabled").Strings("Title").ShouldBe(["Data Exposure"]);
        _sandbox.Run("Get-SonraiControlFramework -Enabled:$false").Output.Count.ShouldBe(7);
    }

    [Fact]
    public void A_framework_tells_its_policies()
    {
        var run = _sandbox.Run("Get-SonraiControlFramework '*Optimize Policy'");

        run.Values("PolicyCount").ShouldBe([3]);
        run.Values("Policies").Single().ShouldBeAssignableTo<IEnumerable<string>>()!.ShouldContain("AWS Roles: Unused Sensitive Permissions");
    }

    [Fact]
    public void Tab_completes_the_titles()
    {
        var run = _sandbox.Run("(TabExpansion2 'Get-SonraiControlFramework Data' 31).CompletionMatches.CompletionText");

        run.Output.Select(text => text.ToString()).ShouldBe(["'Data Exposure'"]);
    }
}
