using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Lambda.Tests;

/// <summary>The package as Lambda has it: unpacked, and called in a process of its own with the environment of the function.</summary>
public sealed class PackagedFunction : IDisposable
{
    public const string Setup = "SonraiControlTower.Lambda::SonraiControlTower.Lambda.SetupHandler::HandleAsync";
    public const string RotateCredentials = "SonraiControlTower.Lambda::SonraiControlTower.Lambda.RotateCredentialsHandler::HandleAsync";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sonrai-function-");

    public PackagedFunction() => ZipFile.ExtractToDirectory(Checkout.Package("x86_64"), _folder.FullName);

    /// <summary>Calls a handler with a payload.</summary>
    public async Task<Called> CallAsync(string handler, JsonNode payload, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.Probe, _folder.FullName, handler])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(_patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(payload.ToJsonString());
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(await output, await errors, process.ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What came of a call.</summary>
/// <param name="Log">What the function wrote, its answer last.</param>
/// <param name="Error">What left the handler; empty for nothing.</param>
/// <param name="ExitCode">0 where it answered.</param>
public sealed record Called(string Log, string Error, int ExitCode)
{
    private const string Mark = "answer: ";

    public JsonNode Answer => ExitCode == 0
        ? JsonNode.Parse(Log[(Log.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..])!
        : throw new InvalidOperationException($"The function failed: {Error}{Environment.NewLine}{Log}");
}
