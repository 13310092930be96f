using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.TestKit;

/// <summary>
/// The wire of AWS's JSON and REST services on a free port of this machine. An operation is known by the end of its <c>X-Amz-Target</c>, or else by
/// method and path, such as <c>GET /bucket/key</c>. It answers what a test says, records what is asked, and checks no signature.
/// </summary>
public sealed class AwsWire : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<AwsAsked> _requests = new();
    private readonly ConcurrentDictionary<string, Func<AwsAsked, WireFault>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<WireFault>> _faults = new(StringComparer.Ordinal);

    private AwsWire()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where to send requests.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>Everything that was asked, in order; a retry counts again.</summary>
    public IReadOnlyList<AwsAsked> Requests => [.. _requests];

    /// <summary>Starts a server that knows no operation.</summary>
    public static async Task<AwsWire> StartAsync()
    {
        var wire = new AwsWire();
        await wire._app.StartAsync();
        return wire;
    }

    /// <summary>Answers an operation with JSON.</summary>
    public AwsWire On(string operation, Func<AwsAsked, string> json) => OnAny(operation, asked => WireFaults.Answered(json(asked)));

    /// <summary>Answers an operation in any way.</summary>
    public AwsWire OnAny(string operation, Func<AwsAsked, WireFault> answer)
    {
        _answers[operation] = answer;
        return this;
    }

    /// <summary>Lets the next requests for an operation go wrong, in this order.</summary>
    public AwsWire Fail(string operation, params WireFault[] faults)
    {
        var waiting = _faults.GetOrAdd(operation, _ => new());
        foreach (var fault in faults)
        {
            waiting.Enqueue(fault);
        }

        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = await AwsAsked.ReadAsync(http);
        _requests.Enqueue(asked);
        if (_faults.TryGetValue(asked.Operation, out var waiting) && waiting.TryDequeue(out var fault) && await fault(http))
        {
            return;
        }

        var answer = _answers.TryGetValue(asked.Operation, out var known)
            ? known(asked)
            : WireFaults.Refused("UnknownOperationException", $"The test has no answer to {asked.Operation}.");
        await answer(http);
    }
}
