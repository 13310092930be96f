using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SonraiControlTower.TestKit;

/// <summary>What a client asked of one of AWS's JSON or REST services.</summary>
/// <param name="Operation">The end of the target, or method and path.</param>
/// <param name="Path">The path as it was sent, encoded.</param>
/// <param name="Query">The query by names.</param>
/// <param name="Headers">The headers by names, whatever their case.</param>
/// <param name="Body">The body.</param>
public sealed record AwsAsked(
    string Operation,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    /// <summary>The signature's region and service, such as <c>eu-west-1/secretsmanager</c>.</summary>
    public string SignedFor => Headers["Authorization"].Split("Credential=")[1].Split(',')[0].Split('/') is [_, _, var region, var service, ..]
        ? $"{region}/{service}"
        : "";

    /// <summary>A member of the JSON body; null if it was not sent.</summary>
    public JsonElement? this[string name] =>
        JsonDocument.Parse(Body).RootElement.TryGetProperty(name, out var value) ? value : null;

    internal static async Task<AwsAsked> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        using var body = new StreamReader(request.Body);
        var sent = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        return new(
            request.Headers.TryGetValue("X-Amz-Target", out var target) ? target.ToString().Split('.')[^1] : $"{request.Method} {(sent.Length > 1 ? sent.TrimEnd('/') : sent)}",
            sent,
            request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()),
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync());
    }
}
