using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Searches;

public sealed class GetSonraiSearchTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("", 3)]
    [InlineData("'open tickets'", 1)]
    [InlineData("*accounts, open*", 2)]
    [InlineData("nothing", 0)]
    public void Names_take_wildcards(string names, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiSearch {names}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }

    [Fact]
    public void Each_has_its_own_SRN()
    {
        _sandbox.Run("Get-SonraiSearch").Strings("Srn").Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Tab_completes_the_names()
    {
        var run = _sandbox.Run("(TabExpansion2 'Get-SonraiSearch Reg' 20).CompletionMatches.CompletionText");

        run.Output.Select(text => text.ToString()).ShouldBe(["'Registered accounts'"]);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Get-SonraiSearch").OnlyError("NotConnected");
    }
}
