namespace SonraiControlTower.Benchmarks;

/// <summary>From the JSON files of 20 accounts to what each of 11,000 principals may do.</summary>
internal static class PermissionFigures
{
    private const int Runs = 3;

    public static async Task MeasureAsync()
    {
        var estate = EstateFolder.Of(1_000_000);
        foreach (var accounts in (int[])[2, 20, 60])
        {
            var measured = await MeasuredProcess.BestAsync(Runs, EngineWork.Permissions, estate, FormattableString.Invariant($"{accounts}"));
            Console.WriteLine(FormattableString.Invariant(
                $"{accounts} accounts: {measured.Seconds:0.00} s, peak {measured.PeakMebibytes:0} MB (wanted for 20: at most 1.0 s and 300 MB); {measured.Told}"));
        }
    }
}
