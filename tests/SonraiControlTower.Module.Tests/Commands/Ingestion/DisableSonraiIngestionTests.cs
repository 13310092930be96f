using SonraiControlTower.Module.Tests.Commands.Integration;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Ingestion;

public sealed class DisableSonraiIngestionTests
{
    [Fact]
    public void The_collector_can_read_no_longer_and_the_trail_goes_on_writing()
    {
        using var sandbox = Enabled();

        var run = sandbox.Run("Disable-SonraiIngestion");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Disabled"]);
        run.Values("BucketGrants").ShouldBe([false]);
        run.Values("KeyGrants").ShouldBe([false]);
        run.Values("CanRead").ShouldBe([false]);
        sandbox.Look("Organization trail").Status.ShouldBe("Pass");
    }

    [Fact]
    public void What_was_taken_back_can_be_granted_again()
    {
        using var sandbox = Enabled();
        sandbox.Run("Disable-SonraiIngestion; Disable-SonraiIngestion").Errors.ShouldBeEmpty();

        sandbox.Run("Enable-SonraiIngestion").Values("CanRead").ShouldBe([true]);
    }

    [Fact]
    public void WhatIf_takes_nothing_back()
    {
        using var sandbox = Enabled();

        sandbox.Run("Disable-SonraiIngestion -WhatIf").Strings("Status").ShouldBe(["Enabled"]);

        sandbox.Run("Get-SonraiIngestion").Values("CanRead").ShouldBe([true]);
    }

    private static ModuleRunspace Enabled()
    {
        var sandbox = IntegrationRunspace.Installed();
        sandbox.Run("Enable-SonraiIngestion").Values("CanRead").ShouldBe([true]);
        return sandbox;
    }
}
