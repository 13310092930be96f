using SonraiControlTower.Module.Tests.Commands.Activity;
using SonraiControlTower.Module.Tests.Commands.CollectorRoles;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Identity;

public sealed class ImportSonraiIdentityTests : IDisposable
{
    private readonly EstateFiles _files = new();
    private readonly ModuleRunspace _sandbox = RollOutRunspace.Open();

    public void Dispose()
    {
        _files.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public void Files_of_the_AWS_CLI_are_read()
    {
        var run = _sandbox.Run("Import-SonraiIdentity $file", ("file", _files.Identities));

        run.Errors.ShouldBeEmpty();
        run.Strings("Account").ShouldBe(["222233334444"]);
        run.Values("Roles").ShouldBe([2]);
        run.Strings("Source").ShouldBe([_files.Identities]);
    }

    [Fact]
    public void A_folder_has_accounts_and_the_organization()
    {
        var run = _sandbox.Run("[IO.DirectoryInfo]::new($folder) | Import-SonraiIdentity", ("folder", _files.Path));

        run.Errors.ShouldBeEmpty();
        run.Strings("Account").ShouldBe(["222233334444", null], ignoreOrder: true);
        run.Values("ServiceControlPolicies").ShouldBe([0, 2], ignoreOrder: true);
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_about_it_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.json", "{ \"UserDetailList\": [");
        folder.Write("notes.json", "{ \"notes\": 1 }");

        var run = _sandbox.Run("Import-SonraiIdentity $folder, \"$folder/nowhere.json\", $file", ("folder", folder.Path), ("file", _files.Identities));

        run.ErrorIds.Order().ShouldBe(["IdentityFileForeign", "IdentityFileUnreadable", "IdentityPathNotFound"]);
        run.Values("Roles").ShouldBe([2]);
    }

    [Fact]
    public void Accounts_are_read_through_a_role()
    {
        var run = _sandbox.Run("Get-OrgAccount -Status ACTIVE -Name 'Booking*' | Import-SonraiIdentity -RoleName AWSControlTowerExecution");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldNotBeEmpty();
        run.Strings("Source").ShouldAllBe(source => source!.EndsWith(":role/AWSControlTowerExecution", StringComparison.Ordinal));
    }

    [Fact]
    public void The_collectors_role_is_asked_for_as_the_collector_asks()
    {
        _sandbox.Run($"Get-OrgAccount -OU Security | {RollOutRunspace.Install} > $null; Get-OrgAccount -OU Security | {RollOutRunspace.Test} > $null");

        var run = _sandbox.Run("Get-OrgAccount -OU Security | Import-SonraiIdentity -CollectorAccount 222233334444 -ExternalId $externalId");

        run.Errors.ShouldBeEmpty();
        run.Strings("Account").Order().ShouldBe(["222233334444", "333344445555"]);
    }

    [Fact]
    public void An_account_that_lets_nobody_in_is_an_error_about_it()
    {
        var run = _sandbox.Run($"'{RollOutRunspace.Unenrolled}', '12' | ForEach-Object {{ [pscustomobject]@{{ Id = $_ }} }} | Import-SonraiIdentity -RoleName AWSControlTowerExecution");

        run.Output.ShouldBeEmpty();
        run.ErrorIds.Order().ShouldBe(["IdentityAccountNotEntered", "MalformedAccountId"]);
    }

    [Fact]
    public void A_row_of_a_list_of_accounts_is_an_account_and_no_path() =>
        _sandbox.Run($"[pscustomobject]@{{ AccountId = '{RollOutRunspace.Unenrolled}'; Name = 'x' }} | Import-SonraiIdentity").OnlyError("IdentityAccountNotEntered");

    [Fact]
    public void WhatIf_reads_nothing() =>
        _sandbox.Run("Import-SonraiIdentity $file -WhatIf; Get-OrgAccount | Import-SonraiIdentity -WhatIf", ("file", _files.Identities)).Output.ShouldBeEmpty();
}
