using SonraiControlTower.Module.Tests.Commands.Integration;

namespace SonraiControlTower.Module.Tests.Commands.Ingestion;

public sealed class EnableSonraiIngestionTests
{
    [Fact]
    public void The_collector_can_read_then()
    {
        using var sandbox = IntegrationRunspace.Installed();

        var run = sandbox.Run("Enable-SonraiIngestion");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Enabled"]);
        run.Values("BucketGrants").ShouldBe([true]);
        run.Values("KeyGrants").ShouldBe([true]);
        run.Values("CanRead").ShouldBe([true]);
        run.Only<string>("ProbedKey").ShouldContain("AWSLogs/");
        run.Strings("Reason").ShouldBe([null]);
    }

    [Fact]
    public void Run_again_it_is_as_it_was()
    {
        using var sandbox = IntegrationRunspace.Installed();
        sandbox.Run("Enable-SonraiIngestion");

        var again = sandbox.Run("Enable-SonraiIngestion");

        again.Errors.ShouldBeEmpty();
        again.Strings("Status").ShouldBe(["Enabled"]);
        sandbox.Look("Organization trail").Status.ShouldBe("Pass");
    }

    [Fact]
    public void WhatIf_grants_nothing()
    {
        using var sandbox = IntegrationRunspace.Installed();

        sandbox.Run("Enable-SonraiIngestion -WhatIf").Strings("Status").ShouldBe(["Disabled"]);

        sandbox.Run("Get-SonraiIngestion").Strings("Status").ShouldBe(["Disabled"]);
    }

    [Fact]
    public void Without_an_integration_the_roles_alone_do()
    {
        using var sandbox = IntegrationRunspace.Open();
        sandbox.Run("""
            Get-OrgAccount -Name 'Larkmoor Freight', 'Audit', 'Log archive' |
                Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId $externalId > $null
            Test-SonraiAccount -AccountId 333344445555 -CollectorAccount 222233334444 -ExternalId $externalId
            """).Values("HasPassed").ShouldBe([true]);

        var run = sandbox.Run("Enable-SonraiIngestion -CollectorAccount 222233334444 -ExternalId $externalId");

        run.Errors.ShouldBeEmpty();
        run.Values("CanRead").ShouldBe([true]);
    }

    [Fact]
    public void A_role_that_is_not_there_is_granted_nothing()
    {
        using var sandbox = IntegrationRunspace.Open();

        sandbox.Run("Enable-SonraiIngestion").OnlyError("CollectorRoleMissing");

        sandbox.Run("Get-SonraiIngestion").Values("BucketGrants").ShouldBe([false]);
    }
}
