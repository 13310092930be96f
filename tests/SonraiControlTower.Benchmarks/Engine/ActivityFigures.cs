namespace SonraiControlTower.Benchmarks;

/// <summary>CloudTrail's files into usage, beside what .NET's GZipStream alone needs for the same files.</summary>
internal static class ActivityFigures
{
    private const int Runs = 3;

    public static async Task MeasureAsync()
    {
        foreach (var events in (int[])[100_000, 1_000_000, 3_000_000])
        {
            var estate = EstateFolder.Of(events);
            var floor = await MeasuredProcess.BestAsync(Runs, EngineWork.Inflate, estate);
            var import = await MeasuredProcess.BestAsync(Runs, EngineWork.Import, estate);
            Console.WriteLine(FormattableString.Invariant(
                $"{events} records: {import.Seconds:0.00} s, {import.Seconds / floor.Seconds:0.00} times the {floor.Seconds:0.00} s that GZipStream alone needs on two threads (wanted: at most 1.80); peak {import.PeakMebibytes:0} MB (wanted: at most 150); {import.Told}"));
        }
    }
}
