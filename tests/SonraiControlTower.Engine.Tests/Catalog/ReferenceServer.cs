using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SonraiControlTower.Engine.Tests.Catalog;

/// <summary>A small Service Reference on a loopback port, with made-up services. Remembers what was asked.</summary>
internal sealed class ReferenceServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Dictionary<string, string> _documents = [];
    private readonly ConcurrentQueue<HttpStatusCode> _faults = new();

    private ReferenceServer(HttpListener listener, Uri root)
    {
        _listener = listener;
        Root = root;
        _ = AnswerAsync();
    }

    public Uri Root { get; }

    public Uri List => new(Root, "v1/service-list.json");

    public ConcurrentQueue<string> Asked { get; } = new();

    public static ReferenceServer Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            var root = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener { Prefixes = { root.ToString() } };
            try
            {
                listener.Start();
                return new(listener, root);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                listener.Close();
            }
        }
    }

    /// <summary>Has these services, by prefix.</summary>
    public ReferenceServer With(params (string Prefix, string Document)[] services)
    {
        foreach (var (prefix, document) in services)
        {
            _documents[$"/v1/{prefix}/{prefix}.json"] = document;
        }

        var lines = services.Select(service => $$"""{"service":"{{service.Prefix}}","url":"{{Root}}v1/{{service.Prefix}}/{{service.Prefix}}.json"}""");
        return Listing($"[{string.Join(',', lines)}]");
    }

    /// <summary>Answers for the list.</summary>
    public ReferenceServer Listing(string list)
    {
        _documents["/v1/service-list.json"] = list;
        return this;
    }

    /// <summary>The next requests fail so.</summary>
    public ReferenceServer Failing(params HttpStatusCode[] statuses)
    {
        foreach (var status in statuses)
        {
            _faults.Enqueue(status);
        }

        return this;
    }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath;
            Asked.Enqueue(path);
            if (_faults.TryDequeue(out var fault))
            {
                context.Response.StatusCode = (int)fault;
            }
            else if (_documents.TryGetValue(path, out var document))
            {
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(document));
            }
            else
            {
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            }

            context.Response.Close();
        }
    }
}
