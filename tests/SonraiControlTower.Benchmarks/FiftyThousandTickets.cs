using System.Diagnostics;
using System.Text.Json;

namespace SonraiControlTower.Benchmarks;

/// <summary>
/// 50,000 tickets through Get-SonraiLeastPrivilegeTicket, beside 5,000 to see what grows with their number; then 1,000 risks accepted, and all
/// tickets closed while they are listed.
/// </summary>
internal static class FiftyThousandTickets
{
    private const string Connect = "Connect-Sonrai -Token $token -Endpoint $dig > $null";

    public static async Task MeasureAsync()
    {
        await ListAsync(5_000);
        await ListAsync(50_000);
        await AcceptAsync(1_000);
        await CloseAsync(10_000);
    }

    private static async Task ListAsync(int tickets)
    {
        using var standIn = await StandInProcess.StartAsync("--tickets", $"{tickets}");
        using var host = Connected(standIn);
        TimeSpan? first = null;
        var (started, requests, done) = (Stopwatch.GetTimestamp(), 0, 0);
        host.Set("tell", (Action)(() =>
        {
            first ??= Stopwatch.GetElapsedTime(started);
            done++;
        }));

        var peak = await PeakHeap.MeasureAsync(() => host.Run("Get-SonraiLeastPrivilegeTicket | ForEach-Object { $tell.Invoke() }"));
        var took = Stopwatch.GetElapsedTime(started);

        requests = Asked(await standIn.CountAsync(), "Tickets");
        Console.WriteLine(FormattableString.Invariant(
            $"list: {done} of {tickets} in {took.TotalSeconds:0.0} s, first after {first?.TotalSeconds:0.00} s; {requests} requests for {tickets / 1000} pages (wanted: at most one more); peak managed heap above idle {peak / PeakHeap.Mebibyte:0} MB"));
        await standIn.EndAsync();
    }

    private static async Task AcceptAsync(int tickets)
    {
        using var standIn = await StandInProcess.StartAsync("--tickets", $"{tickets}");
        using var host = Connected(standIn);
        host.Set("tickets", host.Run("Get-SonraiLeastPrivilegeTicket").ToArray());
        var before = Asked(await standIn.CountAsync(), "Tickets");
        var started = Stopwatch.GetTimestamp();

        var done = host.Run("$tickets | Approve-SonraiRisk -Reason 'by design' | Where-Object Status -eq Done").Count;
        var took = Stopwatch.GetElapsedTime(started);

        var counts = await standIn.CountAsync();
        Console.WriteLine(FormattableString.Invariant(
            $"accept: {done} of {tickets} in {took.TotalSeconds:0.0} s; {Asked(counts, "AcceptRiskTickets")} writes (wanted: at most 20), {Asked(counts, "Tickets") - before} reads (wanted: at most 20)"));
        await standIn.EndAsync();
    }

    private static async Task CloseAsync(int tickets)
    {
        using var standIn = await StandInProcess.StartAsync("--tickets", $"{tickets}");
        using var host = Connected(standIn);
        var started = Stopwatch.GetTimestamp();

        var done = host.Run("Get-SonraiLeastPrivilegeTicket -Status NEW | Close-SonraiTicket | Where-Object Status -eq Done").Count;
        var took = Stopwatch.GetElapsedTime(started);

        var counts = await standIn.CountAsync();
        Console.WriteLine(FormattableString.Invariant(
            $"close while listing: {done} of {tickets} in {took.TotalSeconds:0.0} s; {Asked(counts, "CloseTickets")} writes, {Asked(counts, "Tickets")} reads"));
        await standIn.EndAsync();
    }

    private static Host Connected(StandInProcess standIn)
    {
        var host = new Host();
        host.Set("token", standIn.Where.GetProperty("Token").GetString()!);
        host.Set("dig", standIn.Where.GetProperty("Endpoint").GetString()!);
        host.Run(Connect);
        return host;
    }

    private static int Asked(JsonElement counts, string operation) =>
        counts.GetProperty("Operations").TryGetProperty(operation, out var count) ? count.GetInt32() : 0;
}
