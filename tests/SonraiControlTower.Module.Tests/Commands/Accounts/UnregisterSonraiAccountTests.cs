using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class UnregisterSonraiAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public UnregisterSonraiAccountTests() => _sandbox.Run("Get-OrgAccount -OU Security | Register-SonraiAccount");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_was_registered_here_ends()
    {
        var run = _sandbox.Run("Get-SonraiAccount | Unregister-SonraiAccount -Confirm:$false -PassThru");

        run.Errors.ShouldBeEmpty();
        run.Strings("AccountId").ShouldBe(["222233334444", "333344445555"], ignoreOrder: true);
        _sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Fact]
    public void Without_PassThru_it_says_nothing()
    {
        var run = _sandbox.Run("Get-OrgAccount -Name Audit | Unregister-SonraiAccount -Confirm:$false");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiAccount").Strings("AccountId").ShouldBe(["333344445555"]);
    }

    [Fact]
    public void What_is_not_registered_is_an_error_and_the_rest_ends()
    {
        var run = _sandbox.Run("'444455556666', '222233334444' | Unregister-SonraiAccount -Confirm:$false");

        run.OnlyError("AccountNotRegistered").TargetObject.ShouldBe("444455556666");
        _sandbox.Run("Get-SonraiAccount").Strings("AccountId").ShouldBe(["333344445555"]);
    }

    [Fact]
    public void WhatIf_ends_nothing()
    {
        _sandbox.Run("Get-SonraiAccount | Unregister-SonraiAccount -WhatIf").Errors.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiAccount").Output.Count.ShouldBe(2);
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        var run = _sandbox.Run("@() | Unregister-SonraiAccount");

        run.OnlyError("NoAccountGiven");
    }
}
