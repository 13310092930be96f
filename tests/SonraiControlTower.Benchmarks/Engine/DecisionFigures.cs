namespace SonraiControlTower.Benchmarks;

/// <summary>Single decisions on parsed policies, on one core.</summary>
internal static class DecisionFigures
{
    private const int Runs = 3;

    public static async Task MeasureAsync()
    {
        var measured = await MeasuredProcess.BestAsync(Runs, EngineWork.Decisions, EstateFolder.Of(1_000_000));
        Console.WriteLine($"{measured.Told} (wanted: at least 500,000 in a second)");
    }
}
