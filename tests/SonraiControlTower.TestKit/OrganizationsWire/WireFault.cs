using Microsoft.AspNetCore.Http;

namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>Something that goes wrong in place of an answer; false if the answer is to follow all the same.</summary>
public delegate Task<bool> WireFault(HttpContext http);

/// <summary>What can go wrong on the way to AWS.</summary>
public static class WireFaults
{
    private const string Json = "application/x-amz-json-1.1";

    /// <summary>AWS asks to be called less often; Organizations does so with HTTP 400.</summary>
    public static WireFault Throttled { get; } = Refused("TooManyRequestsException", "AWS Organizations can't complete your request.");

    /// <summary>A page of HTML with HTTP 500, as a proxy or a load balancer sends.</summary>
    public static WireFault ServerError { get; } = Answer(500, "text/html", "<html><body>Something went wrong.</body></html>");

    /// <summary>The connection ends without an answer.</summary>
    public static WireFault Cut { get; } = http =>
    {
        http.Abort();
        return Task.FromResult(true);
    };

    /// <summary>No answer ever comes; the connection stays until the client gives up.</summary>
    public static WireFault Silence { get; } = async http =>
    {
        await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    };

    /// <summary>AWS refuses with one of its error codes.</summary>
    public static WireFault Refused(string code, string message, int status = 400) =>
        Answer(status, Json, $$"""{"__type":"com.amazonaws.organizations#{{code}}","Message":"{{message}}"}""");

    /// <summary>AWS answers just this.</summary>
    public static WireFault Answered(string body) => Answer(200, Json, body);

    /// <summary>The right answer comes late.</summary>
    public static WireFault Late(TimeSpan delay) => async http =>
    {
        await Task.Delay(delay, http.RequestAborted);
        return false;
    };

    /// <summary>An answer of any kind.</summary>
    public static WireFault Answer(int status, string contentType, string body) => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        await http.Response.WriteAsync(body);
        return true;
    };
}
