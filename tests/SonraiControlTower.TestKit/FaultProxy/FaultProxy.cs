using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.TestKit;

/// <summary>A reverse proxy on a loopback port that breaks the next requests as it is told, and passes everything else through.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _target;
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
    });

    private readonly ConcurrentQueue<ProxyFault> _script = new();
    private int _seen;

    private FaultProxy(WebApplication app, Uri target)
    {
        _app = app;
        _target = target;
        app.Run(PassAsync);
    }

    /// <summary>The address that stands for the target's.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), _target.AbsolutePath);

    /// <summary>How many requests came in.</summary>
    public int Seen => Volatile.Read(ref _seen);

    /// <summary>Starts a proxy in front of an address.</summary>
    public static async Task<FaultProxy> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var proxy = new FaultProxy(app, target);
        await app.StartAsync();
        return proxy;
    }

    /// <summary>What happens to the next requests, in this order.</summary>
    public void Script(params IEnumerable<ProxyFault> faults)
    {
        foreach (var fault in faults)
        {
            _script.Enqueue(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        Interlocked.Increment(ref _seen);
        var fault = _script.TryDequeue(out var next) ? next : ProxyFault.None;
        switch (fault)
        {
            case ProxyFault.Cut { Forwards: false }:
                context.Abort();
                return;
            case ProxyFault.Status { Forwards: false } status:
                ProxyAnswer.WriteStatus(context.Response, status);
                return;
            case ProxyFault.Held held:
                await held.WaitAsync(context.RequestAborted);
                break;
        }

        using var answer = await _client.SendAsync(ProxyRequest.From(context.Request, _target), context.RequestAborted);
        switch (fault)
        {
            case ProxyFault.Cut:
                context.Abort();
                break;
            case ProxyFault.Status status:
                ProxyAnswer.WriteStatus(context.Response, status);
                break;
            case ProxyFault.Garbage:
                await ProxyAnswer.WriteGarbageAsync(context.Response);
                break;
            case ProxyFault.Truncated:
                await ProxyAnswer.WriteHalfAsync(context, answer);
                break;
            default:
                await ProxyAnswer.WriteAsync(context.Response, answer);
                break;
        }
    }
}
