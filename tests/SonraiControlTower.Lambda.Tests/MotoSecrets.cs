using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Lambda.Tests;

/// <summary>Makes and reads a secret in moto through the wire, by hand: what is tested must not also make the ground it stands on.</summary>
internal sealed class MotoSecrets(MotoServer moto) : IDisposable
{
    private const string AnySignature =
        "Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/secretsmanager/aws4_request, SignedHeaders=host, Signature=0";

    private readonly HttpClient _http = new();

    /// <summary>Makes a secret; gives its ARN.</summary>
    public async Task<string> CreateAsync(string version, string text) => (string)(await CallAsync(
        "CreateSecret", new() { ["Name"] = "TokenSecret", ["ClientRequestToken"] = version, ["SecretString"] = text }))["ARN"]!;

    /// <summary>The text at a staging label; null for none.</summary>
    public async Task<string?> TextAsync(string arn, string stage) => await HasStageAsync(arn, stage)
        ? (string?)(await CallAsync("GetSecretValue", new() { ["SecretId"] = arn, ["VersionStage"] = stage }))["SecretString"]
        : null;

    public async Task<bool> HasStageAsync(string arn, string stage) =>
        (await CallAsync("DescribeSecret", new() { ["SecretId"] = arn }))["VersionIdsToStages"]!.AsObject()
            .Any(version => version.Value!.AsArray().Any(one => (string)one! == stage));

    /// <summary>
    /// Stages a version that keeps nothing yet, as Secrets Manager begins a rotation. moto has the version current at once where no function is
    /// named, so its labels are put where AWS has them.
    /// </summary>
    public async Task BeginRotationAsync(string arn, string first, string version)
    {
        await CallAsync("RotateSecret", new()
        {
            ["SecretId"] = arn,
            ["ClientRequestToken"] = version,
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 15 },
        });
        await MoveAsync(arn, "AWSCURRENT", version, first);
        await MoveAsync(arn, "AWSPENDING", null, version);
    }

    private Task<JsonNode> MoveAsync(string arn, string stage, string? from, string to)
    {
        var input = new JsonObject { ["SecretId"] = arn, ["VersionStage"] = stage, ["MoveToVersionId"] = to };
        if (from is not null)
        {
            input["RemoveFromVersionId"] = from;
        }

        return CallAsync("UpdateSecretVersionStage", input);
    }

    public async Task<JsonNode> CallAsync(string operation, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, moto.Endpoint);
        request.Content = new StringContent(input.ToJsonString(), Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"secretsmanager.{operation}");
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", AnySignature);
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(body)! : throw new InvalidOperationException($"moto refused {operation}: {body}");
    }

    public void Dispose() => _http.Dispose();
}
