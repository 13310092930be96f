using System.Net.Http.Headers;

namespace SonraiControlTower.TestKit;

/// <summary>Asks one of moto's query services for what the module itself does not do, such as to make users.</summary>
public sealed class MotoQuery(Uri endpoint, string service, string version) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Does one thing; what moto refuses is an exception with its answer.</summary>
    public async Task CallAsync(string action, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new FormUrlEncodedContent(
            [new("Action", action), new("Version", version), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        // moto reads service and region from the signature's scope, and believes the signature.
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");

        using var answer = await _http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"moto refused {action}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose() => _http.Dispose();
}
