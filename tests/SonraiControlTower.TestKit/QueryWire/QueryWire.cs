using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.TestKit;

/// <summary>
/// The wire of AWS's query services (CloudFormation, IAM, STS) on a free port of this machine. It answers what a test says, records what is asked
/// and, where told to, goes wrong. It does not check signatures.
/// </summary>
public sealed class QueryWire : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<QueryAsked> _requests = new();
    private readonly ConcurrentDictionary<string, Func<QueryAsked, string>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<WireFault>> _faults = new(StringComparer.Ordinal);

    private QueryWire()
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
    public IReadOnlyCollection<QueryAsked> Requests => _requests;

    /// <summary>Starts a server that knows no operation.</summary>
    public static async Task<QueryWire> StartAsync()
    {
        var wire = new QueryWire();
        await wire._app.StartAsync();
        return wire;
    }

    /// <summary>What was asked of one operation, in order.</summary>
    public IReadOnlyList<QueryAsked> Asked(string action) => [.. _requests.Where(request => request.Action == action)];

    /// <summary>Answers an operation with the inside of its result element.</summary>
    public QueryWire On(string action, Func<QueryAsked, string> result)
    {
        _answers[action] = result;
        return this;
    }

    /// <summary>Lets the next requests for an operation go wrong, in this order.</summary>
    public QueryWire Fail(string action, params WireFault[] faults)
    {
        var waiting = _faults.GetOrAdd(action, _ => new());
        foreach (var fault in faults)
        {
            waiting.Enqueue(fault);
        }

        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var asked = await QueryAsked.ReadAsync(http);
        _requests.Enqueue(asked);
        if (_faults.TryGetValue(asked.Action, out var waiting) && waiting.TryDequeue(out var fault) && await fault(http))
        {
            return;
        }

        if (!_answers.TryGetValue(asked.Action, out var result))
        {
            await QueryFaults.Refused("InvalidAction", $"The test has no answer to {asked.Action}.")(http);
            return;
        }

        http.Response.ContentType = "text/xml";
        await http.Response.WriteAsync(
            $"""
            <?xml version="1.0"?>
            <{asked.Action}Response xmlns="http://example.amazonaws.com/doc/{asked["Version"]}/">
            <{asked.Action}Result>{result(asked)}</{asked.Action}Result>
            <ResponseMetadata><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ResponseMetadata></{asked.Action}Response>
            """);
    }
}
