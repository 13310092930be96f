using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox;

/// <summary>A resource of a template, with the others that it needs before it.</summary>
internal sealed partial record ResourceDeclaration(
    string LogicalId, string Type, JsonObject Properties, string? Condition, bool IsRetained, IReadOnlyList<string> Needs)
{
    /// <summary>The resources of a template, each after those that it needs.</summary>
    /// <exception cref="AwsFault">ValidationError: a circle, or a type that the sandbox does not make.</exception>
    public static IEnumerable<ResourceDeclaration> InOrder(JsonObject resources)
    {
        var waiting = resources.Select(one => Of(one.Key, Template.Object(one.Value, one.Key), resources)).ToList();
        var placed = new HashSet<string>();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(one => one.Needs.All(placed.Contains));
            if (ready.Count == 0)
            {
                throw AwsFault.Validation($"Circular dependency between resources: [{string.Join(", ", waiting.Select(one => one.LogicalId))}]");
            }

            foreach (var one in ready)
            {
                placed.Add(one.LogicalId);
                waiting.Remove(one);
                yield return one;
            }
        }
    }

    private static ResourceDeclaration Of(string logicalId, JsonObject declared, JsonObject all)
    {
        var type = declared[nameof(Type)]?.ToString() ?? throw AwsFault.Validation($"Template format error: [/Resources/{logicalId}] Every Resources object must contain a Type member.");
        var properties = declared[nameof(Properties)] as JsonObject ?? [];
        ResourceKinds.Demand(type, logicalId, properties);
        var named = declared["DependsOn"] is JsonArray several ? several.Select(one => one!.ToString()) : declared["DependsOn"] is { } one ? [one.ToString()] : [];
        return new ResourceDeclaration(
            logicalId,
            type,
            properties,
            declared[nameof(Condition)]?.ToString(),
            declared["DeletionPolicy"]?.ToString() is "Retain" or "RetainExceptOnCreate",
            [.. named.Concat(References(properties)).Where(id => id != logicalId && all.ContainsKey(id)).Distinct()]);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(References),
        JsonObject mapping => mapping.SelectMany(one => (one.Key, one.Value) switch
        {
            ("Ref", JsonValue target) => [target.ToString()],
            ("Fn::GetAtt", JsonArray { Count: > 0 } parts) => [parts[0]!.ToString()],
            ("Fn::GetAtt", JsonValue text) => [text.ToString().Split('.')[0]],
            ("Fn::Sub", var text) => SubReferences(text),
            var (_, value) => References(value),
        }),
        _ => [],
    };

    private static IEnumerable<string> SubReferences(JsonNode? node) => node is JsonArray parts
        ? parts.SelectMany(part => part is JsonValue ? SubReferences(part) : References(part))
        : Reference().Matches(node?.ToString() ?? string.Empty).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$\{([A-Za-z0-9]+)(\.[^}]+)?\}")]
    private static partial Regex Reference();
}
