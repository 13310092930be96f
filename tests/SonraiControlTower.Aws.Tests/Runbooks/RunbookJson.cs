using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>Looks into the content of a runbook.</summary>
internal static class RunbookJson
{
    /// <summary>The text of a property; null where it is absent or no text.</summary>
    public static string? Text(this JsonObject node, string name) => node[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The number of a property; null where it is absent or no number.</summary>
    public static int? Number(this JsonObject node, string name) => node[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<int>() : null;

    public static bool IsTrue(this JsonObject node, string name) => node[name]?.GetValueKind() == JsonValueKind.True;

    /// <summary>What a step is called; empty where it has no name.</summary>
    public static string StepName(this JsonObject step) => step.Text("name") ?? string.Empty;

    public static JsonObject Inputs(this JsonObject step) => step["inputs"] as JsonObject ?? [];

    /// <summary>Every text in a node, however deep.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(one => Texts(one.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
