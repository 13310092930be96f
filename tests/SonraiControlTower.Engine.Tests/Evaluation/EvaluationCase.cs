using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine.Tests.Evaluation;

/// <summary>A request, the policies over it, and what AWS's documentation says comes of it.</summary>
internal sealed record EvaluationCase
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required string Name { get; init; }

    /// <summary>The page of AWS's documentation that it is thought from.</summary>
    public required string Page { get; init; }

    public required CaseRequest Request { get; init; }

    public required CasePolicies Policies { get; init; }

    public required CaseExpectation Expected { get; init; }

    /// <summary>Every case by its file and name.</summary>
    public static Dictionary<string, EvaluationCase> All() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<EvaluationCase[]>(File.ReadAllBytes(file), _options)!
                .Select(one => ($"{Path.GetFileNameWithoutExtension(file)}: {one.Name}", one)))
            .ToDictionary(pair => pair.Item1, pair => pair.one);

    public AccessRequest ToRequest() => new()
    {
        Caller = Caller.Parse(Request.Principal),
        Action = Request.Action,
        Resource = Request.Resource,
        ResourceAccount = Request.ResourceAccount is { } account ? AccountId.Parse(account) : null,
        Context = RequestContext.Of(
            Request.Context.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)pair.Value)), Request.IsContextComplete),
    };

    public PolicySet ToPolicies() => new()
    {
        Identity = [.. Held("identity", Policies.Identity)],
        Boundary = Policies.Boundary is { } boundary ? Held("boundary", boundary) : null,
        Session = Policies.Session is { } session ? [.. Held("session", session)] : null,
        Resource = Policies.Resource is { } resource ? Held("resource", resource) : null,
        ServiceControl = [.. Policies.ServiceControl.Select((level, i) => Held($"scp-{i + 1}", level).ToList())],
        ResourceControl = [.. Policies.ResourceControl.Select((level, i) => Held($"rcp-{i + 1}", level).ToList())],
    };

    private static IEnumerable<HeldPolicy> Held(string name, IEnumerable<JsonElement> documents) =>
        documents.Select((document, i) => Held($"{name}-{i + 1}", document));

    private static HeldPolicy Held(string name, JsonElement document) => new(name, null, "holder", Policy.Parse(document.GetRawText()));
}

internal sealed record CaseRequest
{
    public required string Principal { get; init; }

    public required string Action { get; init; }

    public required string Resource { get; init; }

    public string? ResourceAccount { get; init; }

    public Dictionary<string, string[]> Context { get; init; } = [];

    public bool IsContextComplete { get; init; } = true;
}

internal sealed record CasePolicies
{
    public JsonElement[] Identity { get; init; } = [];

    public JsonElement? Boundary { get; init; }

    public JsonElement[]? Session { get; init; }

    public JsonElement? Resource { get; init; }

    public JsonElement[][] ServiceControl { get; init; } = [];

    public JsonElement[][] ResourceControl { get; init; } = [];
}

internal sealed record CaseExpectation
{
    public required string Decision { get; init; }

    public required string Layer { get; init; }

    public string? Statement { get; init; }
}
