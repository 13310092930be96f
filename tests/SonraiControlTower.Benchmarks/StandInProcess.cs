using System.Diagnostics;
using System.Text.Json;

namespace SonraiControlTower.Benchmarks;

/// <summary>The stand-ins for Dig and AWS as a process of their own, so that the heap measured here is the module's and PowerShell's alone.</summary>
internal sealed class StandInProcess : IDisposable
{
    private readonly Process _process;

    private StandInProcess(Process process, JsonElement where) => (_process, Where) = (process, where);

    /// <summary>Where the servers are, and with which tokens.</summary>
    public JsonElement Where { get; }

    public static async Task<StandInProcess> StartAsync(params IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Checkout.TestProgram("SonraiControlTower.StandIn"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new StandInProcess(process, JsonElement.Parse((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>What the servers were asked so far.</summary>
    public async Task<JsonElement> CountAsync()
    {
        await _process.StandardInput.WriteLineAsync("count");
        return JsonElement.Parse((await _process.StandardOutput.ReadLineAsync())!);
    }

    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
