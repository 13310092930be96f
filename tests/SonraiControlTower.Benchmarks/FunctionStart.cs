using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace SonraiControlTower.Benchmarks;

/// <summary>
/// What a cold start of each function costs: from the start of a process to the end of a call that has had its first answer from AWS, which here is a
/// stand-in that knows no secret. A bare process of the same runtime is measured in turn.
/// </summary>
internal static class FunctionStart
{
    private const int Runs = 10;
    private const string Probe = "SonraiControlTower.LambdaProbe";
    private const string Handlers = "SonraiControlTower.Lambda::SonraiControlTower.Lambda.";

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sonrai-bench-").FullName;
        var port = Random.Shared.Next(20_000, 40_000);
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var answering = AnswerAsync(listener);
        try
        {
            var package = Path.Combine(Checkout.Root, "bin", "lambda", "SonraiControlTower.Lambda.x86_64.zip");
            await ZipFile.ExtractToDirectoryAsync(package, folder);
            var (bare, setup, rotation) = (new Samples(), new Samples(), new Samples());
            for (var run = 0; run <= Runs; run++)
            {
                var samples = new[]
                {
                    (bare, await RunAsync(port, null, "{}")),
                    (setup, await RunAsync(port, folder, """{"action":"status"}""", "SetupHandler")),
                    (rotation, await RunAsync(
                        port, folder, """{"Step":"createSecret","SecretId":"none","ClientRequestToken":"5a78a0ff-be9f-4706-a08e-f16b013bdaf2"}""", "RotateCredentialsHandler")),
                };

                // The first reads from the disk.
                foreach (var (sample, milliseconds) in samples.Where(_ => run > 0))
                {
                    sample.Add(milliseconds);
                }
            }

            Console.WriteLine(FormattableString.Invariant($"package of x86_64, KB: {new FileInfo(package).Length / 1024.0:0}"));
            Console.WriteLine($"a bare process, ms: {bare}");
            Console.WriteLine($"Setup, to AWS's first answer, ms: {setup}");
            Console.WriteLine($"RotateCredentials, to AWS's first answer, ms: {rotation}");
            Console.WriteLine(FormattableString.Invariant(
                $"Setup costs {setup.Median / bare.Median:0.00} times a bare process, RotateCredentials {rotation.Median / bare.Median:0.00} times"));
        }
        finally
        {
            listener.Stop();
            await answering;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        var none = Encoding.UTF8.GetBytes("""{"__type":"ResourceNotFoundException","Message":"There is none."}""");
        try
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                context.Response.StatusCode = 400;
                context.Response.ContentType = "application/x-amz-json-1.1";
                await context.Response.OutputStream.WriteAsync(none);
                context.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            // The measuring is over.
        }
    }

    private static async Task<double> RunAsync(int port, string? folder, string payload, string handler = "")
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.TestProgram(Probe), .. folder is null ? Array.Empty<string>() : [folder, $"{Handlers}{handler}::HandleAsync"]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{port}",
                ["AWS_REGION"] = "eu-west-1",
                ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
                ["AWS_SECRET_ACCESS_KEY"] = "none",
                ["SONRAI_SECRET_ID"] = "none",
                ["TIMEOUT_SECONDS"] = "900",
            },
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(payload);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var error = await process.StandardError.ReadToEndAsync();
        return folder is null || error.Contains("SonraiException", StringComparison.Ordinal)
            ? elapsed
            : throw new InvalidOperationException($"The function ended with {process.ExitCode}: {error}");
    }
}
