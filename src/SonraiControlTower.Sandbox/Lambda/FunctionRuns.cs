using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Functions at work. They run as tasks outside the landing zone's lock, as many at a time as their concurrency allows; what comes of a run is
/// settled under the lock again.
/// </summary>
internal sealed class FunctionRuns(LandingZone zone)
{
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
    private static readonly TimeSpan[] _retries = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];
    private readonly HashSet<FunctionRun> _running = [];
    private readonly List<(Func<string, bool> Hits, bool Afterwards)> _faults = [];
    private long _number;

    /// <summary>Done as soon as a run has ended; nothing runs if there is none.</summary>
    public IReadOnlyList<Task> Running => [.. _running.Select(run => run.Ended)];

    /// <summary>The next run with a payload that a test hits breaks: before the function's code, or after it.</summary>
    public void BreakNext(Func<string, bool> hits, bool afterwards) => _faults.Add((hits, afterwards));

    /// <summary>Calls a function for somebody who does not wait (an asynchronous invocation): what fails is tried twice more.</summary>
    public void Send(FunctionState function, string payload) => Send(function, payload, attempt: 0);

    /// <summary>Runs a function as soon as there is room.</summary>
    public void Start(FunctionState function, string payload, Action<LambdaAnswer> ended) => WhenFree(function, () => Run(function, payload, ended));

    /// <summary>Does something as soon as the function has room for a run.</summary>
    public static void WhenFree(FunctionState function, Action work)
    {
        if (function.HasRoom)
        {
            work();
        }
        else
        {
            function.Waiting.Enqueue(work);
        }
    }

    private void Send(FunctionState function, string payload, int attempt) => Start(function, payload, answer =>
    {
        if (answer.FunctionError is not null && attempt < _retries.Length)
        {
            zone.Agenda.In(_retries[attempt], () => Send(function, payload, attempt + 1));
        }
    });

    private void Run(FunctionState function, string payload, Action<LambdaAnswer> ended)
    {
        function.Running++;
        var run = new FunctionRun(function, ended);
        _running.Add(run);
        var timeout = function.Configuration.Timeout;
        zone.Agenda.In(timeout, () => End(run, Failed("Sandbox.Timedout", $"Task timed out after {timeout.TotalSeconds:0.00} seconds"), isLate: true));

        var call = Call(function, payload);
        if (call is null || zone.FunctionCode is not { } code)
        {
            var why = call is null ? "Lambda was unable to assume the function's role." : "The sandbox has no code for functions.";
            zone.Agenda.In(TimeSpan.Zero, () => End(run, Failed("Runtime.ImportModuleError", why)));
            run.Dispose();
            return;
        }

        var fault = _faults.FindIndex(one => one.Hits(payload));
        bool? breaksAfterwards = fault < 0 ? null : _faults[fault].Afterwards;
        if (fault >= 0)
        {
            _faults.RemoveAt(fault);
        }

        _ = Task.Run(async () =>
        {
            using (run)
            {
                var answer = await AnswerAsync(code, call, breaksAfterwards, run.Cancellation).ConfigureAwait(false);
                zone.Atomically(() => End(run, answer));
            }
        });
    }

    private static async Task<LambdaAnswer> AnswerAsync(
        Func<FunctionCall, CancellationToken, Task<string>> code, FunctionCall call, bool? breaksAfterwards, CancellationToken cancellationToken)
    {
        const string Broken = "RequestId: Error: Runtime exited with error: signal: killed";
        if (breaksAfterwards == false)
        {
            return Failed("Runtime.ExitError", Broken);
        }

        try
        {
            var payload = await code(call, cancellationToken).ConfigureAwait(false);
            return breaksAfterwards == true ? Failed("Runtime.ExitError", Broken) : new LambdaAnswer(null, payload);
        }
#pragma warning disable CA1031 // Lambda catches whatever a function throws.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed(exception.GetType().Name, exception.Message);
        }
    }

    private void End(FunctionRun run, LambdaAnswer answer, bool isLate = false)
    {
        if (!_running.Remove(run))
        {
            return;
        }

        var function = run.Function;
        function.Running--;
        run.End(answer, isLate);
        while (function.HasRoom && function.Waiting.TryDequeue(out var next))
        {
            next();
        }
    }

    /// <summary>The call with the keys of the function's role; null if Lambda does not get them.</summary>
    private FunctionCall? Call(FunctionState function, string payload)
    {
        var configuration = function.Configuration;
        var arn = RoleArn.Parse(configuration.RoleArn);
        if (zone.Iam.Of(arn.Account).Role(arn.Name) is not { } role)
        {
            return null;
        }

        var session = Caller.SessionOf(arn.Account, role, function.Name, arn.Partition);
        WriteLog(session, function);
        var keys = zone.Sessions.Open(session, TimeSpan.FromHours(12));
        return new FunctionCall(
            configuration.Handler,
            configuration.Environment,
            payload,
            new AwsAccess { Region = function.Region }.As(keys),
            (url, body) => zone.Atomically(() => zone.CustomResources.Answer(url, body)));
    }

    // A function that may not write its log runs all the same.
    private void WriteLog(Caller session, FunctionState function)
    {
        var group = function.Configuration.LogGroup ?? $"/aws/lambda/{function.Name}";
        var stream = zone.Arn("logs", function.Region, function.Account, $"log-group:{group}:log-stream:{++_number}");
        foreach (var action in (string[])["logs:CreateLogStream", "logs:PutLogEvents"])
        {
            zone.Access.Denial(session, action, new Guarded(stream, function.Account, Policy: null));
        }
    }

    private static LambdaAnswer Failed(string type, string message) =>
        new("Unhandled", new JsonObject { ["errorType"] = type, ["errorMessage"] = message }.ToJsonString(Json.Plain));
}
