using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

/// <summary>Asks a contract server as a foreign client would, so that the server is judged by something else than our own door.</summary>
internal sealed class ContractClient(DigContractServer server) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string query, JsonNode? variables, string? token = null)
    {
        var body = new JsonObject { ["query"] = query, ["variables"] = variables };
        return await SendAsync(body, token ?? server.IssueToken());
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(JsonObject body, string? token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = JsonContent.Create(body) };
        message.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _client.SendAsync(message);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>The data of an answer that has no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, JsonNode? variables = null)
    {
        var (_, body) = await PostAsync(query, variables);
        body.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return body.GetProperty("data");
    }

    public void Dispose() => _client.Dispose();
}
