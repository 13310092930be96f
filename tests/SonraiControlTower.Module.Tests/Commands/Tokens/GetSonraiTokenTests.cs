using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tokens;

public sealed class GetSonraiTokenTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void It_lists_tokens_without_their_secrets()
    {
        _sandbox.Run("New-SonraiToken -Name nightly");

        var run = _sandbox.Run("Get-SonraiToken -Name night*");

        run.Strings("Name").ShouldBe(["nightly"]);
        run.Output[0].Properties["Token"].ShouldBeNull();
        run.Values("ExpiresAt").Single().ShouldBeOfType<DateTimeOffset>();
    }
}
