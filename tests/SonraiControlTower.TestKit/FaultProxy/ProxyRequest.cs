using Microsoft.AspNetCore.Http;

namespace SonraiControlTower.TestKit;

/// <summary>The request that a fault proxy forwards.</summary>
internal static class ProxyRequest
{
    // They describe the connection to the proxy, not the request.
    private static readonly string[] _ofTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    public static HttpRequestMessage From(HttpRequest request, Uri target)
    {
        var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(target, request.Path + request.QueryString))
        {
            Content = new StreamContent(request.Body),
        };
        foreach (var (name, values) in request.Headers.Where(header => !_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                forwarded.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return forwarded;
    }
}
