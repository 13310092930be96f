using Microsoft.AspNetCore.Http;

namespace SonraiControlTower.TestKit;

/// <summary>The answers of a fault proxy, whole and broken.</summary>
internal static class ProxyAnswer
{
    public static async Task WriteAsync(HttpResponse response, HttpResponseMessage answer)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
        {
            response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(response.Body);
    }

    public static void WriteStatus(HttpResponse response, ProxyFault.Status status)
    {
        response.StatusCode = status.Code;
        if (status.RetryAfter is { } retryAfter)
        {
            response.Headers.RetryAfter = retryAfter;
        }
    }

    public static async Task WriteGarbageAsync(HttpResponse response)
    {
        response.ContentType = "text/html";
        await response.WriteAsync("<html><body>Welcome to the guest network</body></html>");
    }

    /// <summary>Promises the whole body and sends half of it.</summary>
    public static async Task WriteHalfAsync(HttpContext context, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
