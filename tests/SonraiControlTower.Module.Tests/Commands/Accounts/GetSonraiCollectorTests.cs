using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class GetSonraiCollectorTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_sandbox_has_one_collector_for_AWS()
    {
        var run = _sandbox.Run("Get-SonraiCollector");

        run.Strings("Name").ShouldBe(["larkmoor-security"]);
        run.Strings("CloudType").ShouldBe(["aws"]);
    }

    [Theory]
    [InlineData("LARK*", 1)]
    [InlineData("other*", 0)]
    public void Names_take_wildcards(string pattern, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiCollector {pattern}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }
}
