using System.Diagnostics;

namespace SonraiControlTower.Module.Tests.Hosting;

/// <summary>Runs one of our programs to its end and keeps what it wrote.</summary>
internal sealed record ChildProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Task<ChildProcess> ProbeAsync(params string[] arguments) =>
        RunAsync(Path.Combine(Checkout.OutputOf("tests", "SonraiControlTower.LoaderProbe"), "SonraiControlTower.LoaderProbe.dll"), arguments);

    public static Task<ChildProcess> ShellAsync(params string[] arguments) =>
        RunAsync(Path.Combine(Checkout.OutputOf("src", "SonraiControlTower.Shell"), "SonraiControlTower.Shell.dll"), arguments);

    public static ProcessStartInfo Starting(string program, params string[] arguments) => new("dotnet", [program, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
        WorkingDirectory = Checkout.Root,
    };

    private static async Task<ChildProcess> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(Starting(program, arguments))!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(_patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new ChildProcess(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
