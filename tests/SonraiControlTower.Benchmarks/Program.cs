using SonraiControlTower.Benchmarks;

// usage: Benchmarks [import] [pipeline] [tickets] [stop] [functions] [activity] [permissions] [recommendations] [decisions]: measures these, or all.
if (args is [MeasuredProcess.Marker, ..])
{
    await EngineWork.RunAsync(args[1..]);
    return;
}

var measures = new (string Name, Func<Task> RunAsync)[]
{
    ("import", ImportCost.MeasureAsync),
    ("pipeline", TenThousandAccounts.MeasureAsync),
    ("tickets", FiftyThousandTickets.MeasureAsync),
    ("stop", StopLatency.MeasureAsync),
    ("functions", FunctionStart.MeasureAsync),
    ("activity", ActivityFigures.MeasureAsync),
    ("permissions", PermissionFigures.MeasureAsync),
    ("recommendations", RecommendationFigures.MeasureAsync),
    ("decisions", DecisionFigures.MeasureAsync),
};

foreach (var (name, runAsync) in measures.Where(measure => args.Length == 0 || args.Contains(measure.Name)))
{
    Console.WriteLine($"## {name}");
    await runAsync();
    Console.WriteLine();
}
