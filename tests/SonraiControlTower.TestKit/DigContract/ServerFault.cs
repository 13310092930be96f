using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>What a contract server does to one request instead of, or before, answering it well.</summary>
public sealed record ServerFault
{
    private ServerFault()
    {
    }

    /// <summary>The status answered without executing anything; null where the request is executed.</summary>
    public int? Status { get; private init; }

    /// <summary>The header sent with a 429; null for none.</summary>
    public string? RetryAfter { get; private init; }

    /// <summary>What the server waits for before it goes on.</summary>
    internal Func<CancellationToken, Task> WaitAsync { get; private init; } = static _ => Task.CompletedTask;

    /// <summary>An error without a path, put beside the data.</summary>
    public string? ErrorBesideData { get; private init; }

    public static ServerFault TooManyRequests(string? retryAfter = null) => new() { Status = 429, RetryAfter = retryAfter };

    public static ServerFault TooManyRequests(TimeSpan retryAfter) =>
        TooManyRequests(((int)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public static ServerFault Answer(int status) => new() { Status = status };

    /// <summary>Executes the request once the task has ended: a delay that the test ends.</summary>
    public static ServerFault HoldUntil(Task until) => new() { WaitAsync = until.WaitAsync };

    /// <summary>Executes the request a while after it came.</summary>
    public static ServerFault Delay(TimeSpan delay, TimeProvider clock) =>
        new() { WaitAsync = cancellationToken => Task.Delay(delay, clock, cancellationToken) };

    public static ServerFault PartialAnswer(string error) => new() { ErrorBesideData = error };
}
