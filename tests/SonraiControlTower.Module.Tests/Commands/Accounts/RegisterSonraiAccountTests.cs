using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class RegisterSonraiAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_whole_organization_goes_through_one_pipe_and_each_account_has_one_result()
    {
        var accounts = _sandbox.Run("Get-OrgAccount");

        var run = _sandbox.Run("Get-OrgAccount | Register-SonraiAccount -Collector (Get-SonraiCollector)");

        run.Errors.ShouldBeEmpty();
        run.Strings("AccountId").Order().ShouldBe(accounts.Strings("AccountId").Order());
        run.Strings("Status").Count(status => status == "Registered").ShouldBe(accounts.Strings("Status").Count(status => status == "ACTIVE"));
        run.Strings("Status").Count(status => status == "Skipped").ShouldBe(2);
    }

    [Fact]
    public void Run_again_it_adopts_what_is_there()
    {
        _sandbox.Run("Get-OrgAccount | Register-SonraiAccount");

        var again = _sandbox.Run("Get-OrgAccount -Status ACTIVE | Register-SonraiAccount");

        again.Errors.ShouldBeEmpty();
        again.Strings("Status").Distinct().ShouldBe(["AlreadyRegistered"]);
        again.Strings("Srn").ShouldAllBe(srn => srn!.StartsWith("srn:", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_active_is_skipped_with_its_reason()
    {
        var run = _sandbox.Run("Get-OrgAccount -Status SUSPENDED, PENDING_CLOSURE | Register-SonraiAccount");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Skipped"]);
        run.Strings("Reason").ShouldContain(reason => reason!.Contains("SUSPENDED"));
        run.Strings("Reason").ShouldContain(reason => reason!.Contains("PENDING_CLOSURE"));
    }

    [Theory]
    [InlineData("'222233334444'")]
    [InlineData("222233334444")]
    [InlineData("[pscustomobject]@{ AccountId = '222233334444' }")]
    [InlineData("[pscustomobject]@{ Id = '222233334444'; Name = 'Audit'; Status = 'ACTIVE'; Arn = 'x' }")]
    [InlineData("@{ AccountId = '222233334444' } | ForEach-Object { [pscustomobject]$_ }")]
    public void A_row_a_text_and_an_AWS_Tools_account_bind(string piped)
    {
        var run = _sandbox.Run($"{piped} | Register-SonraiAccount");

        run.Errors.ShouldBeEmpty();
        run.Strings("Name").ShouldBe(["Audit"]);
        run.Strings("Status").ShouldBe(["Registered"]);
    }

    [Fact]
    public void The_organization_and_not_the_row_says_what_state_an_account_is_in()
    {
        var run = _sandbox.Run("[pscustomobject]@{ AccountId = (Get-OrgAccount -Status SUSPENDED).AccountId; Status = 'ACTIVE' } | Register-SonraiAccount");

        run.Strings("Status").ShouldBe(["Skipped"]);
    }

    [Fact]
    public void A_role_name_goes_into_the_role_and_a_bot_role_is_never_made_up()
    {
        _sandbox.Run("'222233334444' | Register-SonraiAccount -RoleName my-role");
        _sandbox.Run("'333344445555' | Register-SonraiAccount -BotRoleName my-bot");

        var run = _sandbox.Run("Get-SonraiAccount");

        run.Strings("RoleArn").ShouldBe(["arn:aws:iam::222233334444:role/my-role", "arn:aws:iam::333344445555:role/sonrai-collector-role"]);
        run.Strings("BotRoleArn").ShouldBe([null, "arn:aws:iam::333344445555:role/my-bot"]);
    }

    [Fact]
    public void A_malformed_a_repeated_and_a_foreign_account_are_errors_and_the_rest_goes_on()
    {
        var run = _sandbox.Run("'12', '222233334444', '222233334444', '999999999999', '333344445555' | Register-SonraiAccount");

        run.ErrorIds.ShouldBe(["MalformedAccountId", "DuplicateAccount", "AccountNotInOrganization"]);
        run.Errors.ShouldAllBe(error => error.TargetObject != null && error.ErrorDetails.RecommendedAction != null);
        run.Output.Where(row => row.Properties["Status"].Value.ToString() == "Registered")
            .Select(row => row.Properties["AccountId"].Value).ShouldBe(["222233334444", "333344445555"], ignoreOrder: true);
        run.Output.Where(row => row.Properties["Status"].Value.ToString() == "Failed")
            .Select(row => row.Properties["AccountId"].Value).ShouldBe(["999999999999"]);
    }

    [Fact]
    public void An_account_object_of_another_organization_is_refused()
    {
        var run = _sandbox.Run("""
            [SonraiControlTower.OrgAccount]@{
                AccountId = '222233334444'; Name = 'Audit'; Status = 'ACTIVE'
                Arn = 'arn:aws:organizations::444455556666:account/o-another000/222233334444'
            } | Register-SonraiAccount
            """);

        run.Strings("Status").ShouldBe(["Failed"]);
        run.OnlyError("AccountNotInOrganization").ErrorDetails.Message.ShouldContain("o-exampleorgid");
    }

    [Fact]
    public void An_empty_pipeline_is_told()
    {
        var run = _sandbox.Run("Get-OrgAccount -Name nobody* | Register-SonraiAccount");

        run.Output.ShouldBeEmpty();
        run.OnlyError("NoAccountGiven");
    }

    [Fact]
    public void An_unknown_collector_is_an_error_that_names_the_known_ones()
    {
        var run = _sandbox.Run("'222233334444' | Register-SonraiAccount -Collector nowhere");

        var error = run.OnlyError("CollectorNotFound");
        error.TargetObject.ShouldBe("nowhere");
        error.ErrorDetails.RecommendedAction.ShouldContain("larkmoor-security");
    }

    [Fact]
    public void WhatIf_registers_nothing()
    {
        var run = _sandbox.Run("Get-OrgAccount | Register-SonraiAccount -WhatIf");

        run.Strings("Status").Distinct().ShouldBe(["Skipped"]);
        _sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Fact]
    public void ErrorAction_Stop_ends_the_pipeline_at_the_first_bad_account()
    {
        var run = _sandbox.Run("'12', '222233334444' | Register-SonraiAccount -ErrorAction Stop");

        run.OnlyError("MalformedAccountId");
        _sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Fact]
    public void An_account_object_can_be_given_as_an_argument()
    {
        var run = _sandbox.Run("Register-SonraiAccount (Get-OrgAccount -OU Security) larkmoor-security");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Registered", "Registered"]);
    }

    [Fact]
    public void An_empty_cell_of_a_file_is_an_error_and_the_other_rows_go_on()
    {
        var run = _sandbox.Run("[pscustomobject]@{ AccountId = '' }, [pscustomobject]@{ AccountId = '222233334444' } | Register-SonraiAccount");

        run.OnlyError("MalformedAccountId");
        run.Strings("Status").ShouldBe(["Registered"]);
    }
}
