using System.Diagnostics;

namespace SonraiControlTower.Benchmarks;

/// <summary>
/// What importing costs: a bare host that runs an empty script, the same host that imports an empty manifest, and that imports the module, each a
/// process of its own, in turn. The host is compiled ahead of time as pwsh's own assemblies are; the package of System.Management.Automation holds
/// IL alone, which would charge the compilation of PowerShell's import to the module.
/// </summary>
internal static class ImportCost
{
    private const int Runs = 10;
    private const string Host = "SonraiControlTower.LoaderProbe";

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sonrai-bench-").FullName;
        try
        {
            await MeasureAsync("host compiled ahead of time", await PublishHostAsync(folder), folder);
            await MeasureAsync("host of IL alone", Checkout.TestProgram(Host), folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, string host, string folder)
    {
        var script = Path.Combine(folder, "import.ps1");
        var empty = Path.Combine(folder, "Empty.psd1");
        await File.WriteAllTextAsync(script, "if ($args[0]) { Import-Module $args[0] }");
        await File.WriteAllTextAsync(empty, "@{ ModuleVersion = '1.0'; FunctionsToExport = @(); CmdletsToExport = @(); AliasesToExport = @() }");

        var (bare, nothing, module) = (new Samples(), new Samples(), new Samples());
        await RunAsync(host, script, Checkout.Manifest);
        for (var run = 0; run < Runs; run++)
        {
            bare.Add(await RunAsync(host, script));
            nothing.Add(await RunAsync(host, script, empty));
            module.Add(await RunAsync(host, script, Checkout.Manifest));
        }

        Console.WriteLine(name);
        Console.WriteLine($"  alone, ms: {bare}");
        Console.WriteLine($"  with an empty manifest, ms: {nothing}");
        Console.WriteLine($"  with the module, ms: {module}");
        Console.WriteLine(FormattableString.Invariant(
            $"  import costs {module.Median - bare.Median:0} ms, {module.Median / bare.Median:0.00} times the bare host; an empty manifest {nothing.Median - bare.Median:0} ms"));
    }

    private static async Task<string> PublishHostAsync(string folder)
    {
        var output = Path.Combine(folder, "host");
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Checkout.Root, "tests", Host), "--configuration", "Release", "--use-current-runtime", "--no-self-contained",
            "--artifacts-path", Path.Combine(folder, "artifacts"), "--output", output, "-p:PublishReadyToRun=true", $"-p:NuGetLockFilePath={Path.Combine(folder, "host.lock.json")}",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(output, $"{Host}.dll") : throw new InvalidOperationException(said);
    }

    private static async Task<double> RunAsync(string host, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start("dotnet", [host, .. arguments]);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(started).TotalMilliseconds
            : throw new InvalidOperationException($"The host ended with {process.ExitCode}.");
    }
}
