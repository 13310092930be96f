using System.Diagnostics;
using System.Text.Json;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Shell;

public sealed class ShellTests
{
    [Fact]
    public async Task AsJson_writes_one_line_an_account()
    {
        var run = await ChildProcess.ShellAsync(
            "-AsJson", "-Command", "Connect-Sonrai -Sandbox | Out-Null; Get-OrgAccount | Register-SonraiAccount -Collector (Get-SonraiCollector)");

        run.Errors.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        var rows = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        rows.Count.ShouldBeGreaterThan(20);
        rows.ShouldAllBe(row => row.GetProperty("AccountId").GetString()!.Length == 12);
        rows.Select(row => row.GetProperty("Status").GetString()).Distinct().ShouldBe(["Registered", "Skipped"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_type_of_the_module_becomes_JSON_and_no_secret_does()
    {
        var run = await ChildProcess.ShellAsync("-AsJson", "-Command", """
            Connect-Sonrai -Sandbox
            Get-OrgAccount -Name Audit
            Get-SonraiCollector
            '222233334444' | Register-SonraiAccount
            Get-SonraiAccount
            New-SonraiToken
            Get-SonraiToken
            Test-SonraiToken
            Get-SonraiContext
            Get-SonraiLeastPrivilegeTicket -First 1 -Detailed
            Get-SonraiLeastPrivilegeTicket -First 1 | Close-SonraiTicket
            Get-SonraiSearch -Name Registered*
            Get-SonraiSearchResult -Name 'Registered accounts'
            @{ Nested = @(1, 2.5, $null, $true, [timespan]::FromHours(1), [uri]'http://x/', [double]::NaN) }
            """);

        run.Errors.ShouldBeEmpty();
        run.Lines.Count.ShouldBe(15);
        run.Lines.ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.ValueKind == JsonValueKind.Object);
        run.Output.ShouldNotContain("eyJ");
        run.Lines[^1].ShouldBe("""{"Nested":[1,2.5,null,true,"01:00:00","http://x/",null]}""");
    }

    [Fact]
    public async Task A_script_gets_its_arguments_and_shows_default_views()
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("it's a script.ps1", """
            param([string] $Name, [switch] $Loud)
            Connect-Sonrai -Sandbox > $null
            "loud: $Loud"
            Get-OrgAccount -Name $Name
            """);

        var run = await ChildProcess.ShellAsync(script, "-Name", "Log archive", "-Loud");

        run.Errors.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Lines[0].ShouldBe("loud: True");
        run.Lines.ShouldContain(line => line.StartsWith("AccountId", StringComparison.Ordinal));
        run.Lines.ShouldContain(line => line.StartsWith("333344445555 Log archive", StringComparison.Ordinal));
        run.Output.ShouldNotContain("\u001b");
    }

    [Theory]
    [InlineData("throw 'broken'", 1)]
    [InlineData("Get-OrgAccount", 1)]
    [InlineData("exit 7", 7)]
    [InlineData("'fine'", 0)]
    [InlineData("if (", 1)]
    public async Task The_exit_code_tells_how_the_script_ended(string script, int expected)
    {
        var run = await ChildProcess.ShellAsync("-Command", script);

        run.ExitCode.ShouldBe(expected);
        run.Errors.Length.ShouldBe(expected == 1 ? run.Errors.Length : 0);
        if (expected == 1)
        {
            run.Errors.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_script_file_that_throws_ends_with_1_and_its_message_on_standard_error()
    {
        using var folder = new TemporaryFolder();

        var run = await ChildProcess.ShellAsync(folder.Write("broken.ps1", "'before'; throw 'it broke'; 'after'"));

        run.ExitCode.ShouldBe(1);
        run.Lines.ShouldBe(["before"]);
        run.Errors.ShouldContain("it broke");
    }

    [Fact]
    public async Task Errors_say_what_to_do_and_stay_off_standard_output()
    {
        var run = await ChildProcess.ShellAsync("-Command", "Get-SonraiAccount");

        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith("Get-SonraiAccount: There is no Sonrai session");
        run.Errors.ShouldContain("Connect-Sonrai");
    }

    [Theory]
    [InlineData]
    [InlineData("-Nonsense")]
    [InlineData("nowhere.ps1")]
    public async Task A_call_that_asks_for_nothing_runnable_says_how_to_call_it(params string[] arguments)
    {
        var run = await ChildProcess.ShellAsync(arguments);

        run.ExitCode.ShouldBe(64);
        run.Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Interrupted_it_stops_cleanly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var shell = Path.Combine(Checkout.OutputOf("src", "SonraiControlTower.Shell"), "SonraiControlTower.Shell.dll");
        using var process = Process.Start(ChildProcess.Starting(shell, "-Command", "'started'; while ($true) { }"))!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("started");

        using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);

        process.ExitCode.ShouldBe(130);
    }
}
