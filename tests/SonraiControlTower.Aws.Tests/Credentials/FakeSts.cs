using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.Aws.Tests.Credentials;

/// <summary>Gives out the keys of any role and records what was asked: moto does not tell what external id it was given.</summary>
internal sealed class FakeSts : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSts()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(_app.Urls.Single());

    public ConcurrentQueue<(Dictionary<string, string> Form, string Authorization)> Requests { get; } = new();

    /// <summary>With a code, STS refuses instead.</summary>
    public string? Refusal { get; set; }

    public static async Task<FakeSts> StartAsync()
    {
        var sts = new FakeSts();
        await sts._app.StartAsync();
        return sts;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        Requests.Enqueue((form.ToDictionary(field => field.Key, field => field.Value.ToString()), http.Request.Headers.Authorization.ToString()));
        http.Response.ContentType = "text/xml";
        if (Refusal is not null)
        {
            http.Response.StatusCode = 403;
            await http.Response.WriteAsync(
                $"<ErrorResponse><Error><Type>Sender</Type><Code>{Refusal}</Code><Message>Not you.</Message></Error></ErrorResponse>");
            return;
        }

        var action = form["Action"];
        await http.Response.WriteAsync($"""
            <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>
            <AccessKeyId>ASIAROLE{Requests.Count}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
            <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></{action}Result></{action}Response>
            """);
    }
}
