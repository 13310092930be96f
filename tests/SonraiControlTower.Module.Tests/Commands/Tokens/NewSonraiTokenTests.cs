using System.Security;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tokens;

public sealed class NewSonraiTokenTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Without_parameters_it_is_the_token_of_the_walkthrough()
    {
        var before = DateTimeOffset.UtcNow;

        var run = _sandbox.Run("New-SonraiToken");

        run.Strings("Name").ShouldBe(["Control Tower Integration"]);
        run.Values("Token").Single().ShouldBeOfType<SecureString>();
        ((DateTimeOffset)run.Values("ExpiresAt").Single()!).ShouldBe(before.AddSeconds(2_592_000), TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("7200")]
    [InlineData("'7200'")]
    [InlineData("02:00:00")]
    [InlineData("([timespan]::FromHours(2))")]
    public void A_lifetime_is_a_time_span_or_a_number_of_seconds(string lifetime)
    {
        var run = _sandbox.Run($"New-SonraiToken -ExpiresIn {lifetime}");

        run.Errors.ShouldBeEmpty();
        ((DateTimeOffset)run.Values("ExpiresAt").Single()!).ShouldBe(DateTimeOffset.UtcNow.AddHours(2), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void AsPlainText_shows_the_secret_and_the_token_is_good()
    {
        var run = _sandbox.Run("New-SonraiToken -AsPlainText | ForEach-Object { $_; Test-SonraiToken $_.Token }");

        run.Output[0].Properties["Token"].Value.ShouldBeOfType<string>().Split('.').Length.ShouldBe(3);
        run.Output[1].Properties["Status"].Value.ToString().ShouldBe("Valid");
    }

    [Fact]
    public void A_lifetime_that_is_not_granted_is_an_error_with_the_remedy()
    {
        var run = _sandbox.Run("New-SonraiToken -ExpiresIn 60");

        run.Output.ShouldBeEmpty();
        run.OnlyError("TokenLifetimeRefused");
    }

    [Fact]
    public void WhatIf_makes_no_token()
    {
        _sandbox.Run("New-SonraiToken -Name never -WhatIf").Output.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiToken -Name never").Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_secret_keeps_the_token_and_the_next_one_takes_its_place()
    {
        var first = _sandbox.Run("New-SonraiToken -Name kept -SecretId reports/sonrai");
        var second = _sandbox.Run("New-SonraiToken -Name kept -SecretId reports/sonrai");

        first.Errors.ShouldBeEmpty();
        second.Errors.ShouldBeEmpty();
        first.Values("Token").Concat(second.Values("Token")).ShouldAllBe(token => token is SecureString);
        _sandbox.Run("Update-SonraiToken reports/sonrai -ByHand").Strings("Status").ShouldBe(["Rotated"]);
    }

    [Fact]
    public void WhatIf_makes_no_secret()
    {
        _sandbox.Run("New-SonraiToken -SecretId reports/sonrai -WhatIf").Output.ShouldBeEmpty();

        _sandbox.Run("Update-SonraiToken reports/sonrai -ByHand").OnlyError("SecretNotFound");
    }
}
