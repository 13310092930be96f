using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.LeastPrivilege;

public sealed class UpdateSonraiActionCatalogTests : IDisposable
{
    // The port of the discard service: nobody listens there.
    private const string Nowhere = "http://127.0.0.1:9/";
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Where_the_network_does_not_answer_nothing_changes()
    {
        _sandbox.Run($"Update-SonraiActionCatalog {Nowhere}").OnlyError("ServiceReferenceUnreachable").TargetObject.ShouldBe(new Uri(Nowhere));
    }

    [Fact]
    public void WhatIf_fetches_nothing()
    {
        var run = _sandbox.Run($"Update-SonraiActionCatalog {Nowhere} -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
    }
}
