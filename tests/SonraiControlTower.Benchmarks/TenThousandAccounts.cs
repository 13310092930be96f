using System.Diagnostics;

namespace SonraiControlTower.Benchmarks;

/// <summary>
/// 10,000 accounts through Get-OrgAccount | Register-SonraiAccount. The stand-ins for AWS Organizations and Dig are a process of their own, so the
/// managed heap measured here is the module's and PowerShell's alone.
/// </summary>
internal static class TenThousandAccounts
{
    private const int Accounts = 10_000;

    public static async Task MeasureAsync()
    {
        using var standIn = await StandInProcess.StartAsync("--accounts", $"{Accounts}");
        var where = standIn.Where;
        using var host = new Host();
        host.Set("token", where.GetProperty("Token").GetString()!);
        host.Set("dig", where.GetProperty("Endpoint").GetString()!);
        host.Set("aws", where.GetProperty("Organizations").GetString()!);
        host.Run("""
            $keys = [pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' }
            Connect-Sonrai -Token $token -Endpoint $dig -Region eu-west-1 -EndpointUrl $aws -Credential $keys > $null
            """);

        await RunAsync("first run", "Registered", host, standIn);
        await RunAsync("second run", "AlreadyRegistered", host, standIn);
        await standIn.EndAsync();
    }

    private static async Task RunAsync(string name, string expected, Host host, StandInProcess standIn)
    {
        var before = await CountAsync(standIn);
        var started = Stopwatch.GetTimestamp();
        TimeSpan? first = null;
        var done = 0;
        host.Set("tell", (Action<string>)(status =>
        {
            first ??= Stopwatch.GetElapsedTime(started);
            done += status == expected ? 1 : 0;
        }));

        var peak = await PeakHeap.MeasureAsync(() => host.Run("Get-OrgAccount | Register-SonraiAccount | ForEach-Object { $tell.Invoke($_.Status) }"));
        var took = Stopwatch.GetElapsedTime(started);

        var after = await CountAsync(standIn);
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {done} of {Accounts} {expected} in {took.TotalSeconds:0.0} s, first result after {first?.TotalSeconds:0.00} s"));
        Console.WriteLine($"  requests to Dig: {after.Dig - before.Dig} (wanted: at most 110); to AWS: {after.Aws - before.Aws} (two listings in pages of 20)");
        Console.WriteLine(FormattableString.Invariant($"  peak managed heap above idle: {peak / PeakHeap.Mebibyte:0} MB (wanted: under 64)"));
    }

    private static async Task<(int Dig, int Aws)> CountAsync(StandInProcess standIn)
    {
        var counts = await standIn.CountAsync();
        return (counts.GetProperty("Dig").GetInt32(), counts.GetProperty("Aws").EnumerateObject().Sum(operation => operation.Value.GetInt32()));
    }
}
