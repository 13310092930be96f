using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.TestKit;

/// <summary>Asks one of moto's JSON services for what the module itself does not do, such as to make keys and trails.</summary>
public sealed class MotoJson(Uri endpoint, string service, string target) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Does one thing and gives the answer; what moto refuses is an exception with its answer.</summary>
    public async Task<JsonNode> CallAsync(string operation, string input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new StringContent(input, Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"{target}.{operation}");
        // moto reads service and region from the signature's scope, and believes the signature.
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");

        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(body.Length == 0 ? "{}" : body)!
            : throw new InvalidOperationException($"moto refused {operation}: {body}");
    }

    public void Dispose() => _http.Dispose();
}
