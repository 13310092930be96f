using SonraiControlTower.Module.Tests.Commands.Integration;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tokens;

public sealed class UpdateSonraiTokenTests
{
    private const string Installed = $"$first = New-SonraiToken first; {IntegrationRunspace.Install} -Token $first";

    [Fact]
    public void Another_version_is_in_use_then_and_the_old_token_stays_good()
    {
        using var sandbox = IntegrationRunspace.Installed(Installed);

        var one = sandbox.Run("Update-SonraiToken");
        var two = sandbox.Run("Get-SonraiIntegration | Update-SonraiToken");

        one.Errors.ShouldBeEmpty();
        two.Errors.ShouldBeEmpty();
        one.Strings("Status").Concat(two.Strings("Status")).ShouldBe(["Rotated", "Rotated"]);
        one.Only<string>("VersionId").ShouldNotBe(two.Only<string>("VersionId"));
        two.Only<DateTimeOffset>("ExpiresAt").ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(29));
        sandbox.Run("$first | Test-SonraiToken").Strings("Status").ShouldBe(["Valid"]);
        sandbox.Look("API token").Status.ShouldBe("Pass");
        sandbox.Look("Rotation").Status.ShouldBe("Pass");
    }

    [Fact]
    public void WhatIf_makes_no_token()
    {
        using var sandbox = IntegrationRunspace.Installed();
        var before = sandbox.Run("Get-SonraiToken").Output.Count;

        sandbox.Run("Update-SonraiToken -WhatIf; Update-SonraiToken -ByHand -WhatIf").Output.ShouldBeEmpty();

        sandbox.Run("Get-SonraiToken").Output.Count.ShouldBe(before);
    }

    [Fact]
    public void NoWait_begins_and_tells_no_end()
    {
        using var sandbox = IntegrationRunspace.Installed();

        sandbox.Run("Update-SonraiToken -NoWait").Strings("Status").ShouldBe(["Pending"]);
    }

    [Fact]
    public void Where_the_old_token_is_good_no_longer_the_rotation_does_not_end()
    {
        using var sandbox = IntegrationRunspace.Installed();
        sandbox.Run("Get-SonraiToken 'Control Tower Integration' | Remove-SonraiToken -Confirm:$false");

        var run = sandbox.Run("Update-SonraiToken -TimeoutSec 10");

        run.OnlyError("RotationNotFinished");
        sandbox.Look("Rotation").Status.ShouldBe("Fail");
    }

    [Fact]
    public void By_hand_a_secret_without_a_rotation_gets_another_token()
    {
        using var sandbox = ModuleRunspace.InSandbox();
        sandbox.Run("$old = New-SonraiToken report -SecretId reports/sonrai").Errors.ShouldBeEmpty();

        var run = sandbox.Run("Update-SonraiToken reports/sonrai -Name report -ExpiresIn 7.00:00:00 -ByHand");

        run.Errors.ShouldBeEmpty();
        run.Strings("SecretId").ShouldBe(["reports/sonrai"]);
        run.Strings("Status").ShouldBe(["Rotated"]);
        run.Only<DateTimeOffset>("ExpiresAt").ShouldBe(DateTimeOffset.UtcNow.AddDays(7), TimeSpan.FromMinutes(5));
        sandbox.Run("$old | Test-SonraiToken").Strings("Status").ShouldBe(["Valid"]);
        sandbox.Run("Get-SonraiToken report").Output.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Update-SonraiToken nowhere", "SecretNotFound")]
    [InlineData("Update-SonraiToken nowhere -ByHand", "SecretNotFound")]
    [InlineData("New-SonraiToken -SecretId plain > $null; Update-SonraiToken plain", "SecretRefused")]
    [InlineData("Update-SonraiToken", "IntegrationNotInstalled")]
    public void What_cannot_be_rotated_is_an_error(string script, string id)
    {
        using var sandbox = ModuleRunspace.InSandbox();

        sandbox.Run(script).OnlyError(id);
    }
}
