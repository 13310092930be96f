using System.Diagnostics;
using System.Text.Json;

namespace SonraiControlTower.Benchmarks;

/// <summary>What a process of its own measured of itself.</summary>
/// <param name="Seconds">How long the work took, without the start of the process.</param>
/// <param name="PeakMebibytes">The most memory that the process held (its peak working set).</param>
/// <param name="Told">What the work says of itself.</param>
internal sealed record Measured(double Seconds, double PeakMebibytes, string Told);

/// <summary>Runs a piece of work in a process of its own, so that its memory is its own and nothing is warm.</summary>
internal static class MeasuredProcess
{
    public const string Marker = "--work";

    public static async Task<Measured> RunAsync(params string[] work)
    {
        // A program that was started as "dotnet NAME.dll" is started so again.
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in work.Prepend(Marker).Prepend(isHosted ? typeof(MeasuredProcess).Assembly.Location : "").Where(argument => argument.Length > 0))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measured>(line)!
            : throw new InvalidOperationException($"'{string.Join(' ', work)}' failed: {line}");
    }

    /// <summary>The best of some runs: the machine is noisy, and noise only adds.</summary>
    public static async Task<Measured> BestAsync(int runs, params string[] work)
    {
        Measured? best = null;
        for (var run = 0; run < runs; run++)
        {
            var one = await RunAsync(work);
            best = best is null || one.Seconds < best.Seconds ? one : best;
        }

        return best!;
    }

    /// <summary>Does the work in this process, and writes what it measured.</summary>
    public static async Task TellAsync(Func<Task<string>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var told = await work();
        var took = Stopwatch.GetElapsedTime(started);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Measured(took.TotalSeconds, self.PeakWorkingSet64 / PeakHeap.Mebibyte, told)));
    }
}
