using System.Collections.Concurrent;
using System.Diagnostics;

namespace SonraiControlTower.TestKit.Moto;

/// <summary>The process of one moto server.</summary>
internal sealed class MotoProcess : IDisposable
{
    // The shell holds moto and waits for its own input to end, which it does when the tests are done, and also when their process dies.
    private const string Guard = "\"$0\" -H 127.0.0.1 -p \"$1\" & moto=$!; read -r done; kill $moto; wait $moto";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private MotoProcess(Process process) => _process = process;

    public static string? Find()
    {
        string[] names = OperatingSystem.IsWindows() ? ["moto_server.exe", "moto_server.cmd"] : ["moto_server"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    public static MotoProcess Start(string program, int port)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(program, ["-H", "127.0.0.1", "-p", $"{port}"])
            : new ProcessStartInfo("/bin/sh", ["-c", Guard, program, $"{port}"]);
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        var moto = new MotoProcess(Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start."));
        moto._process.OutputDataReceived += moto.Keep;
        moto._process.ErrorDataReceived += moto.Keep;
        moto._process.BeginOutputReadLine();
        moto._process.BeginErrorReadLine();
        return moto;
    }

    public void ThrowIfGone()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"moto_server ended with {_process.ExitCode}: {string.Join(Environment.NewLine, _lines)}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>Keeps the last lines, for the message when moto ends by itself.</summary>
    private void Keep(object sender, DataReceivedEventArgs line)
    {
        const int Kept = 20;
        _lines.Enqueue(line.Data ?? "");
        while (_lines.Count > Kept && _lines.TryDequeue(out _))
        {
        }
    }
}
