namespace SonraiControlTower.Benchmarks;

/// <summary>Recommended policies, written out, for all principals of 20 accounts.</summary>
internal static class RecommendationFigures
{
    public static async Task MeasureAsync()
    {
        var estate = EstateFolder.Of(1_000_000);
        foreach (var accounts in (int[])[2, 20])
        {
            var measured = await MeasuredProcess.RunAsync(EngineWork.Recommendations, estate, FormattableString.Invariant($"{accounts}"));
            Console.WriteLine(FormattableString.Invariant(
                $"{accounts} accounts: {measured.Seconds:0.00} s (wanted for 20: at most 10), peak {measured.PeakMebibytes:0} MB; {measured.Told}"));
        }
    }
}
