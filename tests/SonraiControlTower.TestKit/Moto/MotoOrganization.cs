using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.TestKit;

/// <summary>Makes an organization in moto through the wire of AWS Organizations, by hand: what is tested must not also make the ground it stands on.</summary>
public sealed class MotoOrganization : IDisposable
{
    // moto reads service and region from the signature's scope, and believes the signature.
    private const string AnySignature =
        "Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/organizations/aws4_request, SignedHeaders=host, Signature=0";

    private readonly HttpClient _http = new();
    private readonly Uri _endpoint;
    private readonly Dictionary<string, string> _idsByPath = new(StringComparer.Ordinal);

    private MotoOrganization(Uri endpoint) => _endpoint = endpoint;

    /// <summary>The id of the organization.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The id of the unit at a path; <c>/</c> is the root.</summary>
    public string UnitId(string path) => _idsByPath[path];

    /// <summary>An organization with so many accounts in each unit; <c>/Workloads/Prod</c> brings <c>/Workloads</c> along.</summary>
    public static async Task<MotoOrganization> SeedAsync(MotoServer moto, IReadOnlyDictionary<string, int> accountsByPath)
    {
        ArgumentNullException.ThrowIfNull(moto);
        ArgumentNullException.ThrowIfNull(accountsByPath);
        var seeded = new MotoOrganization(moto.Endpoint);
        seeded.Id = (string)(await seeded.CallAsync("CreateOrganization", new() { ["FeatureSet"] = "ALL" }))["Organization"]![nameof(Id)]!;
        seeded._idsByPath["/"] = (string)(await seeded.CallAsync("ListRoots", []))["Roots"]![0]![nameof(Id)]!;
        foreach (var (path, accounts) in accountsByPath)
        {
            await seeded.FillAsync(path, accounts);
        }

        return seeded;
    }

    /// <summary>Switches service control policies on, makes one and attaches it to a unit; gives its id.</summary>
    public async Task<string> AttachServiceControlPolicyAsync(string name, string json, string path)
    {
        const string Type = "SERVICE_CONTROL_POLICY";
        await CallAsync("EnablePolicyType", new() { ["RootId"] = _idsByPath["/"], ["PolicyType"] = Type });
        var made = await CallAsync("CreatePolicy", new() { ["Name"] = name, ["Description"] = name, ["Type"] = Type, ["Content"] = json });
        var id = (string)made["Policy"]!["PolicySummary"]![nameof(Id)]!;
        await CallAsync("AttachPolicy", new() { ["PolicyId"] = id, ["TargetId"] = _idsByPath[path] });
        return id;
    }

    public void Dispose() => _http.Dispose();

    private async Task FillAsync(string path, int accounts)
    {
        var unit = await EnsureUnitAsync(path);
        for (var number = 1; number <= accounts; number++)
        {
            var name = $"{path.Trim('/').Replace('/', '-')}-{number:D2}";
            var created = await CallAsync("CreateAccount", new() { ["AccountName"] = name, ["Email"] = $"{name}@example.com" });
            var id = (string)created["CreateAccountStatus"]!["AccountId"]!;
            await CallAsync(
                "MoveAccount",
                new() { ["AccountId"] = id, ["SourceParentId"] = _idsByPath["/"], ["DestinationParentId"] = unit });
        }
    }

    private async Task<string> EnsureUnitAsync(string path)
    {
        if (_idsByPath.TryGetValue(path, out var known))
        {
            return known;
        }

        var cut = path.LastIndexOf('/');
        var parent = await EnsureUnitAsync(cut == 0 ? "/" : path[..cut]);
        var created = await CallAsync("CreateOrganizationalUnit", new() { ["ParentId"] = parent, ["Name"] = path[(cut + 1)..] });
        return _idsByPath[path] = (string)created["OrganizationalUnit"]![nameof(Id)]!;
    }

    private async Task<JsonNode> CallAsync(string operation, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint);
        request.Content = new StringContent(input.ToJsonString(), Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"AWSOrganizationsV20161128.{operation}");
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", AnySignature);

        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new InvalidOperationException($"moto refused {operation}: {body}");
    }
}
