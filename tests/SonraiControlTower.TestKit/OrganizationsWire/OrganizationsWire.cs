using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>
/// The wire of AWS Organizations (awsJson 1.1) over a computed estate, on a free port of this machine. It counts what is asked and, where told
/// to, goes wrong. It does not check signatures.
/// </summary>
public sealed class OrganizationsWire : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WireAnswers _answers;
    private readonly WireScript _script = new();
    private readonly ConcurrentQueue<WireRequest> _requests = new();

    private OrganizationsWire(WireEstate estate)
    {
        _answers = new WireAnswers(estate);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where to send requests.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>Everything that was asked, in order; a retry counts again.</summary>
    public IReadOnlyCollection<WireRequest> Requests => _requests;

    /// <summary>Starts a server over an estate.</summary>
    public static async Task<OrganizationsWire> StartAsync(WireEstate estate)
    {
        var wire = new OrganizationsWire(estate);
        await wire._app.StartAsync();
        return wire;
    }

    /// <summary>How often an operation was asked for.</summary>
    public int Count(string operation) => _requests.Count(request => request.Operation == operation);

    /// <summary>Lets the next requests for an operation, or only those for one page of it, go wrong.</summary>
    public OrganizationsWire Fail(string operation, WireFault fault, int times = 1, int? page = null)
    {
        _script.Add(operation, page, times, fault);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var request = await WireRequest.ReadAsync(http);
        _requests.Enqueue(request);
        if (_script.Take(request) is { } fault && await fault(http))
        {
            return;
        }

        using var buffer = new MemoryStream();
        await using var json = new Utf8JsonWriter(buffer);
        if (!_answers.TryWrite(request, json))
        {
            await WireFaults.Refused("ParentNotFoundException", "You provided a parent that doesn't exist.")(http);
            return;
        }

        await json.FlushAsync();
        http.Response.ContentType = "application/x-amz-json-1.1";
        http.Response.ContentLength = buffer.Length;
        await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }
}
