using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class SetSonraiAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public SetSonraiAccountTests() => _sandbox.Run("Get-OrgAccount -OU Security | Register-SonraiAccount");

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("Get-SonraiAccount | Set-SonraiAccount -RoleName sonrai-reader")]
    [InlineData("Get-OrgAccount -OU Security | Set-SonraiAccount -RoleName sonrai-reader")]
    [InlineData("'222233334444', 333344445555 | Set-SonraiAccount -RoleName sonrai-reader")]
    [InlineData("Set-SonraiAccount 222233334444, 333344445555 -RoleName sonrai-reader")]
    [InlineData("Set-SonraiAccount (Get-OrgAccount -OU Security) -RoleName sonrai-reader")]
    [InlineData("Set-SonraiAccount (Get-SonraiAccount) -RoleName sonrai-reader")]
    [InlineData("Get-SonraiAccount | ForEach-Object { [pscustomobject]@{ Id = $_.AccountId } } | Set-SonraiAccount -RoleName sonrai-reader")]
    public void Accounts_of_every_kind_are_read_through_another_role(string script)
    {
        var run = _sandbox.Run(script);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done", "Done"]);
        run.Strings("RoleArn").Order().ShouldBe(["arn:aws:iam::222233334444:role/sonrai-reader", "arn:aws:iam::333344445555:role/sonrai-reader"]);
        _sandbox.Run("Get-SonraiAccount").Strings("RoleArn").ShouldAllBe(arn => arn!.EndsWith(":role/sonrai-reader", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bot_role_is_given_and_removed_and_the_role_stays()
    {
        var given = _sandbox.Run("'222233334444' | Set-SonraiAccount -BotRoleName sonrai-bot");
        var removed = _sandbox.Run("'222233334444' | Set-SonraiAccount -RemoveBotRole");

        given.Strings("BotRoleArn").ShouldBe(["arn:aws:iam::222233334444:role/sonrai-bot"]);
        removed.Strings("BotRoleArn").ShouldBe([null]);
        removed.Strings("RoleArn").ShouldBe(["arn:aws:iam::222233334444:role/sonrai-collector-role"]);
    }

    [Fact]
    public void Run_again_it_does_nothing_and_says_so()
    {
        _sandbox.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName sonrai-reader");

        var again = _sandbox.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName sonrai-reader -RemoveBotRole");

        again.Errors.ShouldBeEmpty();
        again.Strings("Status").ShouldBe(["AlreadyDone", "AlreadyDone"]);
        _sandbox.Run("Get-SonraiAuditLog").Strings("EventName").Count(name => name == "UpdatePlatformcloudaccount").ShouldBe(2);
    }

    [Fact]
    public void What_is_malformed_repeated_or_not_registered_is_an_error_and_the_rest_goes_on()
    {
        var run = _sandbox.Run("'12', '222233334444', '222233334444', '444455556666' | Set-SonraiAccount -RoleName sonrai-reader");

        run.ErrorIds.ShouldBe(["MalformedAccountId", "DuplicateAccount", "AccountNotRegistered"]);
        run.Errors[2].TargetObject.ShouldBe("444455556666");
        run.Strings("AccountId").Zip(run.Strings("Status")).ShouldBe([("444455556666", "Failed"), ("222233334444", "Done")]);
    }

    [Fact]
    public void An_organizations_account_that_is_not_registered_is_the_target_of_its_error()
    {
        var run = _sandbox.Run("Get-OrgAccount -AccountId 444455556666 | Set-SonraiAccount -RoleName sonrai-reader");

        run.OnlyError("AccountNotRegistered").TargetObject.ToString()!.ShouldEndWith(" (444455556666)");
    }

    [Theory]
    [InlineData("-Force", "NoRoleGiven")]
    [InlineData("-BotRoleName sonrai-bot -RemoveBotRole", "BotRoleContradicted")]
    public void What_makes_no_change_ends_the_command(string parameters, string expected)
    {
        var run = _sandbox.Run($"Get-SonraiAccount | Set-SonraiAccount {parameters}");

        run.OnlyError(expected);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_IAM_does_not_allow_is_refused()
    {
        _sandbox.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName 'a role'").ErrorIds.ShouldBe(["ParameterArgumentValidationError"]);
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        var run = _sandbox.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName sonrai-reader -WhatIf");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiAccount").Strings("RoleArn").ShouldAllBe(arn => arn!.EndsWith(":role/sonrai-collector-role", StringComparison.Ordinal));
        _sandbox.Run("Get-SonraiAuditLog").Strings("EventName").ShouldNotContain("UpdatePlatformcloudaccount");
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        _sandbox.Run("@() | Set-SonraiAccount -RoleName sonrai-reader").OnlyError("NoAccountGiven");
    }
}
