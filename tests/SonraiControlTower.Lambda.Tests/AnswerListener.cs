using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SonraiControlTower.Lambda.Tests;

/// <summary>Takes the answers that CloudFormation waits for.</summary>
internal sealed class AnswerListener : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AnswerListener(WebApplication app) => _app = app;

    /// <summary>Method, content type and body of each answer.</summary>
    public List<(string Method, string? ContentType, string Body)> Answers { get; } = [];

    public Uri Url => new(new Uri(_app.Urls.First()), "/answer?X-Amz-Signature=very-secret");

    public static async Task<AnswerListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var listener = new AnswerListener(app);
        app.Map("/answer", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            listener.Answers.Add((context.Request.Method, context.Request.ContentType, await reader.ReadToEndAsync()));
        });
        await app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
