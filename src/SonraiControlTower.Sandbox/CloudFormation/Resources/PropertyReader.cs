using System.Globalization;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>Reads what a resource's properties say, with the template's functions worked out.</summary>
internal static class PropertyReader
{
    /// <summary>A text; null for none, or an empty one.</summary>
    public static string? Text(this JsonObject properties, string name) => properties[name]?.ToString() is { Length: > 0 } text ? text : null;

    public static IReadOnlyList<string> Texts(this JsonObject properties, string name) =>
        [.. (properties[name] as JsonArray ?? []).Select(item => item!.ToString())];

    /// <summary>A whole number; null for none.</summary>
    public static int? Number(this JsonObject properties, string name) =>
        properties.Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static TimeSpan? Seconds(this JsonObject properties, string name) =>
        properties.Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public static PolicyDocument Document(this JsonObject properties, string name) =>
        properties[name] is JsonObject document
            ? new PolicyDocument(document.ToJsonString(Json.Plain))
            : new PolicyDocument(properties.Text(name) ?? throw AwsFault.Validation($"#: required key [{name}] not found"));

    /// <summary>The embedded policies of a role.</summary>
    public static IReadOnlyList<InlinePolicy> InlinePolicies(this JsonObject properties) =>
        [.. (properties["Policies"] as JsonArray ?? []).OfType<JsonObject>().Select(one => new InlinePolicy(one.Text("PolicyName")!, one.Document("PolicyDocument")))];

    /// <summary>The resource's own tags and, beneath them, its stack's.</summary>
    public static IReadOnlyDictionary<string, string> Tags(this JsonObject properties, ResourceContext context)
    {
        var tags = new Dictionary<string, string>(context.Tags);
        foreach (var tag in (properties["Tags"] as JsonArray ?? []).OfType<JsonObject>())
        {
            tags[tag["Key"]!.ToString()] = tag["Value"]?.ToString() ?? string.Empty;
        }

        return tags;
    }

    public static bool Same(this JsonObject properties, JsonObject other) => JsonNode.DeepEquals(properties, other);
}
