using static SonraiControlTower.Module.Tests.Commands.Integration.IntegrationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class UninstallSonraiIntegrationTests
{
    private const string Uninstall = "Uninstall-SonraiIntegration -Confirm:$false";

    [Fact]
    public void Roles_registrations_and_stack_go_and_it_can_be_set_up_anew()
    {
        using var sandbox = Installed();
        var registered = sandbox.Run("Get-SonraiAccount").Output.Count;

        var run = sandbox.Run(Uninstall);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Removed"]);
        run.Only<string[]>("Leftovers").ShouldBeEmpty();
        run.Only<int>("RegistrationsEnded").ShouldBe(registered);
        run.Only<int>("RolesRemoved").ShouldBeGreaterThan(20);
        sandbox.Run("Get-SonraiIntegration").OnlyError("IntegrationNotInstalled");
        sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
        sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
        sandbox.Run(Install).Strings("Status").ShouldBe(["CREATE_COMPLETE"]);
    }

    [Fact]
    public void What_stays_is_told()
    {
        using var sandbox = Installed(InstallEverywhere);

        var run = sandbox.Run(Uninstall);

        // The stacks of accounts that are suspended stay as long as those do.
        run.Strings("Status").ShouldBe(["Incomplete"]);
        run.Only<string[]>("Leftovers").ShouldContain(leftover => leftover.Contains("SUSPENDED"));
    }

    [Fact]
    public void WhatIf_takes_nothing_away()
    {
        using var sandbox = Installed();
        var registered = sandbox.Run("Get-SonraiAccount").Output.Count;

        sandbox.Run("Uninstall-SonraiIntegration -WhatIf").Output.ShouldBeEmpty();

        sandbox.Run("Get-SonraiIntegration").Strings("Status").ShouldBe(["CREATE_COMPLETE"]);
        sandbox.Run("Get-SonraiAccount").Output.Count.ShouldBe(registered);
    }

    [Fact]
    public void Where_there_is_none_it_says_so()
    {
        using var sandbox = Open();

        sandbox.Run(Uninstall).OnlyError("IntegrationNotInstalled");
    }
}
