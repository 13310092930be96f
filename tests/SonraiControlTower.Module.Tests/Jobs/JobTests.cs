using SonraiControlTower.Module.Tests.Commands.Activity;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Jobs;

/// <summary>Commands that go on while one does something else.</summary>
public sealed class JobTests : IDisposable
{
    private const string Collector = "-CollectorAccount 222233334444 -ExternalId '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11'";

    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_job_works_in_the_session_and_gives_what_the_command_gives()
    {
        var run = _sandbox.Run($$"""Install-SonraiCollectorRole {{Collector}} -AsJob | Wait-Job | Receive-Job; Get-Job | ForEach-Object { $_.Name, $_.State, $_.PSJobTypeName, $_.Command -join ' ' }""");
        var again = _sandbox.Run($"Install-SonraiCollectorRole {Collector}");

        $"{run.Output[^1]}".ShouldMatch("^Job[0-9]+ Completed SonraiJob Install-SonraiCollectorRole$");
        run.Strings("AccountId").OfType<string>().Order().ShouldBe(again.Strings("AccountId").Order());
        run.Strings("Status").ShouldContain("Installed");
        run.ErrorIds.ShouldBe(again.ErrorIds);
        again.Strings("Status").ShouldNotContain("Installed");
    }

    [Theory]
    [InlineData("'222244446666', '111122223333' | Register-SonraiAccount -AsJob")]
    [InlineData("Get-OrgAccount 222244446666, 111122223333 | Register-SonraiAccount -AsJob")]
    [InlineData("[pscustomobject]@{ Id = '222244446666' }, [pscustomobject]@{ AccountId = '111122223333' } | Register-SonraiAccount -AsJob")]
    [InlineData("Register-SonraiAccount 222244446666, 111122223333 -AsJob")]
    public void What_a_pipeline_brings_reaches_the_job(string command)
    {
        var run = _sandbox.Run($"{command} | Wait-Job | Receive-Job");

        run.Errors.ShouldBeEmpty();
        run.Strings("AccountId").Order().ShouldBe(["111122223333", "222244446666"]);
        run.Strings("Status").ShouldBe(["Registered", "Registered"]);
    }

    [Fact]
    public void One_bad_object_of_a_pipeline_is_an_error_of_the_job()
    {
        var run = _sandbox.Run("'222244446666', 'nobody' | Register-SonraiAccount -AsJob | Wait-Job | Receive-Job");

        run.Strings("Status").ShouldBe(["Registered"]);
        run.Errors.Single().TargetObject.ShouldBe("nobody");
    }

    [Fact]
    public void An_empty_pipeline_makes_no_job()
    {
        var run = _sandbox.Run("@() | Register-SonraiAccount -AsJob; Get-Job");

        run.OnlyError("NoAccountGiven");
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Register-SonraiAccount 222244446666 -AsJob -WhatIf")]
    [InlineData("$WhatIfPreference = $true; Register-SonraiAccount 222244446666 -AsJob")]
    public void What_would_be_done_is_told_at_once(string command)
    {
        var run = _sandbox.Run($"{command}; Get-Job");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_says_that_something_is_to_be_done_has_a_job()
    {
        var run = _sandbox.Run("$WhatIfPreference = $true; Register-SonraiAccount 222244446666 -AsJob -WhatIf:$false | Wait-Job | Receive-Job");

        run.Strings("Status").ShouldBe(["Registered"]);
    }

    [Theory]
    [InlineData("Uninstall-SonraiCollectorRole -AsJob")]
    [InlineData("Uninstall-SonraiIntegration -AsJob")]
    [InlineData("Register-SonraiAccount 222244446666 -AsJob -Confirm")]
    [InlineData("$ConfirmPreference = 'Low'; Register-SonraiAccount 222244446666 -AsJob")]
    public void A_command_that_would_ask_is_no_job(string command) => _sandbox.Run($"{command}; Get-Job").OnlyError("JobCannotAsk");

    [Fact]
    public void A_command_that_changes_nothing_never_asks()
    {
        var run = _sandbox.Run($"$ConfirmPreference = 'Low'; Test-SonraiAccount 222244446666 {Collector} -AsJob | Wait-Job | Receive-Job");

        run.Strings("AccountId").ShouldBe(["222244446666"]);
    }

    [Fact]
    public void Whoever_says_that_nothing_is_to_be_asked_has_a_job()
    {
        var run = _sandbox.Run($"$null = Install-SonraiCollectorRole {Collector} -ErrorAction SilentlyContinue; Uninstall-SonraiCollectorRole -AsJob -Confirm:$false | Wait-Job | Receive-Job");

        run.Strings("Status").ShouldContain("Removed");
    }

    [Theory]
    [InlineData("$null = $state.Drive.New([Management.Automation.PSDriveInfo]::new('Logs', $state.Provider.GetOne('FileSystem'), $trail, '', $null), 'Global'); Import-SonraiActivity Logs:/ -AsJob")]
    [InlineData("$null = $state.Path.SetLocation($trail); Import-SonraiActivity . -AsJob")]
    public void Paths_mean_in_a_job_what_they_mean_where_it_was_begun(string script)
    {
        using var files = new EstateFiles();

        var run = _sandbox.Run($"$state = $ExecutionContext.SessionState; {script} | Wait-Job | Receive-Job", ("trail", files.Trail));

        run.Errors.ShouldBeEmpty();
        run.Values("Events").ShouldBe([3L]);
    }

    [Fact]
    public void A_job_goes_on_when_its_session_is_left()
    {
        using var folder = new TemporaryFolder();
        using var files = new EstateFiles();
        using var local = new ModuleRunspace();

        var run = local.Run(
            """
            $null = Connect-Sonrai -Local -Data $folder -WarningAction SilentlyContinue
            $job = Import-SonraiActivity $trail -AsJob
            Disconnect-Sonrai
            $job | Wait-Job | Receive-Job
            """,
            ("folder", folder.Path), ("trail", files.Trail));

        run.Errors.ShouldBeEmpty();
        run.Values("Events").ShouldBe([3L]);
    }

    [Fact]
    public void What_ends_the_command_fails_the_job()
    {
        using var alone = new ModuleRunspace();

        var run = alone.Run("$job = Register-SonraiAccount 222244446666 -AsJob; $null = Wait-Job $job; $job.State; Receive-Job $job");

        run.Output.Single().BaseObject.ShouldBe("Failed");
        run.OnlyError("NotConnected");
    }

    [Fact]
    public void A_job_can_be_stopped_and_removed()
    {
        var run = _sandbox.Run($"$job = Sync-SonraiAccount {Collector} -AsJob; Stop-Job $job; $job.State; Remove-Job $job; Get-Job");

        run.Errors.ShouldBeEmpty();
        run.Output.Single().BaseObject.ShouldBeOneOf("Stopped", "Completed");
    }

    [Fact]
    public void Switches_of_the_caller_count_in_the_job()
    {
        var run = _sandbox.Run("Register-SonraiAccount 222244446666 -AsJob -Verbose | Wait-Job | Receive-Job");

        run.Traces.ShouldContain(trace => trace.Contains("222244446666", StringComparison.Ordinal));
    }

    [Fact]
    public void What_AWS_Tools_left_in_the_session_counts_in_the_job()
    {
        using var folder = new TemporaryFolder();
        using var local = new ModuleRunspace();

        var run = local.Run(
            "$StoredAWSRegion = 'nowhere'; $StoredAWSCredentials = [pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'x' }; $null = Connect-Sonrai -Local -Data $folder -WarningAction SilentlyContinue; Import-SonraiActivity -BucketName logs -AsJob | Wait-Job | Receive-Job",
            ("folder", folder.Path));

        run.OnlyError("UnknownRegion").TargetObject.ShouldBe("nowhere");
    }
}
