using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tokens;

public sealed class RemoveSonraiTokenTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public RemoveSonraiTokenTests() => _sandbox.Run("New-SonraiToken one > $null; New-SonraiToken two > $null");

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("Remove-SonraiToken one -Confirm:$false")]
    [InlineData("Get-SonraiToken o* | Remove-SonraiToken -Confirm:$false")]
    public void A_token_goes_by_name_or_through_the_pipe(string script)
    {
        _sandbox.Run(script).Errors.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiToken one, two").Strings("Name").ShouldBe(["two"]);
    }

    [Fact]
    public void A_name_that_no_token_has_is_an_error()
    {
        var run = _sandbox.Run("Remove-SonraiToken three -Confirm:$false");

        run.OnlyError("TokenNotFound").TargetObject.ShouldBe("three");
    }

    [Fact]
    public void WhatIf_removes_nothing()
    {
        _sandbox.Run("Remove-SonraiToken * -WhatIf").Errors.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiToken one, two").Output.Count.ShouldBe(2);
    }

    [Fact]
    public void A_token_that_went_meanwhile_is_an_error_and_the_next_is_removed()
    {
        var run = _sandbox.Run("""
            $both = Get-SonraiToken one, two
            Remove-SonraiToken one -Confirm:$false
            $both | Remove-SonraiToken -Confirm:$false
            """);

        run.OnlyError("TokenNotFound");
        _sandbox.Run("Get-SonraiToken one, two").Output.ShouldBeEmpty();
    }
}
