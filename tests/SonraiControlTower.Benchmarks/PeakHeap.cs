namespace SonraiControlTower.Benchmarks;

/// <summary>How far the managed heap grows above what it is at rest.</summary>
internal static class PeakHeap
{
    public const double Mebibyte = 1024 * 1024;

    /// <summary>Does something and gives the bytes.</summary>
    public static async Task<long> MeasureAsync(Action act)
    {
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        using var ended = new CancellationTokenSource();
        var peak = Task.Run(() => PeakUntil(ended.Token));
        act();
        await ended.CancelAsync();
        return await peak - idle;
    }

    private static long PeakUntil(CancellationToken ended)
    {
        var peak = 0L;
        while (!ended.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(2)))
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        return peak;
    }
}
