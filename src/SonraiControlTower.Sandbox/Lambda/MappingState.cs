namespace SonraiControlTower.Sandbox;

/// <summary>What feeds a function from a queue.</summary>
internal sealed class MappingState(string id, string queueArn, string functionArn)
{
    public string Id => id;

    public string QueueArn => queueArn;

    public string FunctionArn => functionArn;

    public int BatchSize { get; set; } = 10;

    public TimeSpan Window { get; set; }

    public int MostRuns { get; set; } = int.MaxValue;

    /// <summary>True if the function answers which messages it could not do (ReportBatchItemFailures).</summary>
    public bool ReportsFailures { get; set; }

    public bool IsEnabled { get; set; } = true;

    public int Running { get; set; }

    /// <summary>True while the window for more messages is open.</summary>
    public bool IsGathering { get; set; }

    /// <summary>True while it waits for the function to have room.</summary>
    public bool IsWaiting { get; set; }

    public EventSourceMapping ToEventSourceMapping() => new(id, queueArn, IsEnabled ? "Enabled" : "Disabled");
}
