using System.Net;
using System.Text.Json;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>
/// An error of awsJson. The code stands in the header or in <c>__type</c>, perhaps within a namespace and before an address:
/// <see href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization">operation error serialization</see>.
/// The SDK decides on the code whether to try again, so there is always one: a proxy's HTML page with HTTP 503 is <c>ServiceUnavailable</c>.
/// </summary>
internal sealed record JsonError(string Code, string Message)
{
    public static JsonError Read(Stream body, string? header, HttpStatusCode status)
    {
        var (type, message) = ReadBody(body);
        return new JsonError(CodeIn(header) ?? CodeIn(type) ?? status.ToString(), message ?? $"HTTP {(int)status}.");
    }

    private static (string? Type, string? Message) ReadBody(Stream body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(json.RootElement, "__type") ?? Text(json.RootElement, "code"),
                    Text(json.RootElement, "message") ?? Text(json.RootElement, "Message"))
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? CodeIn(string? type)
    {
        var code = type?.Split(':')[0];
        code = code?[(code.LastIndexOf('#') + 1)..].Trim();
        return string.IsNullOrEmpty(code) ? null : code;
    }
}
