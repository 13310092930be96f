using SonraiControlTower.Benchmarks;

// usage: Benchmarks [import] [pipeline] [tickets] [stop] [functions]: measures these, or all.
var measures = new (string Name, Func<Task> RunAsync)[]
{
    ("import", ImportCost.MeasureAsync),
    ("pipeline", TenThousandAccounts.MeasureAsync),
    ("tickets", FiftyThousandTickets.MeasureAsync),
    ("stop", StopLatency.MeasureAsync),
    ("functions", FunctionStart.MeasureAsync),
};

foreach (var (name, runAsync) in measures.Where(measure => args.Length == 0 || args.Contains(measure.Name)))
{
    Console.WriteLine($"## {name}");
    await runAsync();
    Console.WriteLine();
}
