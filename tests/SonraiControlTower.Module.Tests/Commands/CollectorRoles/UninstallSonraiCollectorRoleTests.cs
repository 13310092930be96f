using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.CollectorRoles.RollOutRunspace;

namespace SonraiControlTower.Module.Tests.Commands.CollectorRoles;

public sealed class UninstallSonraiCollectorRoleTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("-PermissionModel ServiceManaged")]
    public void The_role_goes_from_every_account_and_the_set_after_it(string model)
    {
        _sandbox.Run($"{Install} {model}");
        var active = _sandbox.Run("Get-OrgAccount -Status ACTIVE").Output.Count;

        var run = _sandbox.Run("Uninstall-SonraiCollectorRole -Confirm:$false");

        run.Errors.ShouldBeEmpty();
        run.CountOf("Removed").ShouldBe(active);
        _sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
    }

    [Fact]
    public void Named_accounts_lose_it_alone()
    {
        _sandbox.Run($"Get-OrgAccount -OU Security | {Install}");

        var run = _sandbox.Run("'333344445555' | Uninstall-SonraiCollectorRole -Confirm:$false");

        run.Strings("Status").ShouldBe(["Removed"]);
        _sandbox.Run("Get-SonraiCollectorRole").CountOf("Current").ShouldBe(1);
    }

    [Fact]
    public void WhatIf_removes_nothing()
    {
        _sandbox.Run($"'333344445555' | {Install}");

        _sandbox.Run("Uninstall-SonraiCollectorRole -WhatIf").Errors.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiCollectorRole").CountOf("Current").ShouldBe(1);
    }

    [Fact]
    public void Installed_again_after_a_removal_it_is_as_new()
    {
        _sandbox.Run($"'333344445555' | {Install}");
        _sandbox.Run("Uninstall-SonraiCollectorRole -Confirm:$false");

        _sandbox.Run($"'333344445555' | {Install}").Strings("Status").ShouldBe(["Installed"]);
    }
}
