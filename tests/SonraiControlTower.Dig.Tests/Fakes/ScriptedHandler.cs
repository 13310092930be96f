using System.Net;
using System.Text;

namespace SonraiControlTower.Dig.Tests;

/// <summary>Answers requests from a script and records them; the last entry answers everything after it.</summary>
internal sealed class ScriptedHandler(params IReadOnlyList<Func<HttpResponseMessage>> script) : HttpMessageHandler
{
    public const string Users = """{"data":{"SonraiCurrentUsers":{"items":[{"srn":"srn:crc1::SonraiUser/1","email":"a@example.com"}]}}}""";

    public List<(HttpRequestMessage Request, string Body)> Sent { get; } = [];

    public static Func<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static Func<HttpResponseMessage> Status(int status, string? retryAfter = null) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{}") };
        if (retryAfter is not null)
        {
            response.Headers.Add("Retry-After", retryAfter);
        }

        return response;
    };

    public static Func<HttpResponseMessage> Throw(Exception exception) => () => throw exception;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
        return script[Math.Min(Sent.Count, script.Count) - 1]();
    }
}
