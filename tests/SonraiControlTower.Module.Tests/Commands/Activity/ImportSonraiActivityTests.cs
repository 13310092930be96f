using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Activity;

public sealed class ImportSonraiActivityTests : IDisposable
{
    private readonly EstateFiles _files = new();
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose()
    {
        _files.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public void A_folder_is_read_and_a_file_counted_once()
    {
        var first = _sandbox.Run("Import-SonraiActivity $folder", ("folder", _files.Trail));
        var again = _sandbox.Run("Import-SonraiActivity $folder");

        first.Errors.ShouldBeEmpty();
        first.Values("Files").ShouldBe([2]);
        first.Values("Events").ShouldBe([3L]);
        first.Values("EventsDenied").ShouldBe([1L]);
        again.Values("Files").ShouldBe([0]);
        again.Values("FilesSkipped").ShouldBe([2]);
    }

    [Theory]
    [InlineData("[IO.FileInfo]::new(\"$folder/old.json.gz\"), [IO.FileInfo]::new(\"$folder/new.json\") | Import-SonraiActivity")]
    [InlineData("\"$folder/old.json.gz\", \"$folder/new.json\" | Import-SonraiActivity")]
    [InlineData("[pscustomobject]@{ PSPath = \"$folder/old.json.gz\" }, [pscustomobject]@{ FullName = \"$folder/new.json\" } | Import-SonraiActivity")]
    [InlineData("Import-SonraiActivity -Path \"$folder/*.json*\"")]
    [InlineData("Import-SonraiActivity -LiteralPath $folder")]
    public void Files_come_however_they_are_named(string command) =>
        _sandbox.Run(command, ("folder", _files.Trail)).Values("Files").ShouldBe([2]);

    [Fact]
    public void A_name_with_brackets_is_one_name_where_it_is_literal()
    {
        var path = _files.Write("[2026].json", EstateFiles.Record("iam", "ListUsers", DateTimeOffset.UtcNow));

        _sandbox.Run("Import-SonraiActivity -LiteralPath $path", ("path", path)).Values("Files").ShouldBe([1]);
    }

    [Fact]
    public void What_is_wrong_with_one_file_is_an_error_about_it_and_the_others_are_read()
    {
        var whole = File.ReadAllBytes(_files.Write("half.json.gz", EstateFiles.Record("iam", "ListUsers", DateTimeOffset.UtcNow)));
        File.WriteAllBytes(Path.Combine(_files.Trail, "half.json.gz"), whole[..(whole.Length / 2)]);
        File.WriteAllBytes(Path.Combine(_files.Trail, "none.json.gz"), []);

        var run = _sandbox.Run("Import-SonraiActivity $folder, \"$folder/nowhere\"", ("folder", _files.Trail));

        run.ErrorIds.Order().ShouldBe(["ActivityFileDamaged", "ActivityFileEmpty", "ActivityPathNotFound"]);
        run.Errors.Select(error => $"{error.TargetObject}").ShouldContain(target => target.EndsWith("half.json.gz", StringComparison.Ordinal));
        run.Values("Events").Single().ShouldBe(3L);
    }

    [Fact]
    public void The_organizations_trail_is_found_and_read()
    {
        var run = _sandbox.Run("Import-SonraiActivity -OrganizationTrail");

        run.Errors.ShouldBeEmpty();
        ((int)run.Values("Files").Single()! + (int)run.Values("FilesSkipped").Single()!).ShouldBePositive();
    }

    [Fact]
    public void Accounts_of_the_pipeline_narrow_the_trail_and_none_of_them_is_not_all()
    {
        _sandbox.Run("Get-OrgAccount -Name nobody | Import-SonraiActivity -OrganizationTrail").Output.ShouldBeEmpty();
        _sandbox.Run("Import-SonraiActivity -OrganizationTrail -AccountId 1234").OnlyError("MalformedAccountId");
    }

    [Fact]
    public void A_bucket_is_read_with_ones_own_credentials_by_prefix_and_day()
    {
        _sandbox.Run("Import-SonraiActivity -BucketName no-such-bucket -From 2026-11-01").OnlyError("S3BucketNotFound");
        _sandbox.Run("[pscustomobject]@{ BucketName = 'no-such-bucket'; Key = 'a.json.gz' } | Import-SonraiActivity").OnlyError("S3BucketNotFound");
    }

    [Fact]
    public void WhatIf_reads_nothing()
    {
        _sandbox.Run("Import-SonraiActivity $folder -WhatIf", ("folder", _files.Trail)).Output.ShouldBeEmpty();

        _sandbox.Run("Import-SonraiActivity $folder").Values("Files").ShouldBe([2]);
    }

    [Fact]
    public void Without_a_session_nothing_is_read()
    {
        using var runspace = new ModuleRunspace();

        runspace.Run("Import-SonraiActivity $folder", ("folder", _files.Trail)).OnlyError("NotConnected");
    }
}
