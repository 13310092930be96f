using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>What names mean while a template is worked with in one account and region.</summary>
/// <param name="Template">The template.</param>
/// <param name="Parameters">The parameters' values.</param>
/// <param name="Pseudo">The values of <c>AWS::AccountId</c> and the like.</param>
/// <param name="Resource">What a resource that was made is called (no attribute), or one of its attributes.</param>
internal sealed record TemplateScope(
    Template Template,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Pseudo,
    Func<string, string?, string?> Resource)
{
    private const string NoValue = "AWS::NoValue";

    /// <summary>The node with its functions worked out; null for one that there shall not be (<c>AWS::NoValue</c>).</summary>
    /// <exception cref="AwsFault">ValidationError.</exception>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } call when call.First() is var (name, argument) && TemplateFunctions.Find(name, argument) is { } function =>
            function(this, argument),
        JsonObject mapping => new JsonObject(
            mapping.Select(one => KeyValuePair.Create(one.Key, Resolve(one.Value))).Where(one => one.Value is not null)),
        JsonArray items => new JsonArray([.. items.Select(Resolve).Where(item => item is not null)]),
        null => null,
        _ => JsonValue.Create(node.ToString()),
    };

    /// <summary>The node's text.</summary>
    public string Text(JsonNode? node) => Resolve(node)?.ToString() ?? string.Empty;

    /// <summary>Whether a condition holds, by its name; none always does.</summary>
    public bool Holds(string? condition) =>
        condition is null
        || (Template.Conditions.TryGetPropertyValue(condition, out var node)
            ? Text(node) == TemplateFunctions.True
            : throw AwsFault.Validation($"Template format error: Unresolved condition dependency {condition}"));

    /// <summary>What <c>Ref</c> gives; null for <c>AWS::NoValue</c>.</summary>
    public JsonNode? Reference(string name)
    {
        if (name == NoValue)
        {
            return null;
        }

        if (Parameters.TryGetValue(name, out var value))
        {
            return Template.Parameters.First(one => one.Name == name).IsList
                ? new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => JsonValue.Create(item))])
                : JsonValue.Create(value);
        }

        return JsonValue.Create(Pseudo.GetValueOrDefault(name) ?? Resource(name, null) ?? throw Unresolved(name));
    }

    public string Attribute(string resource, string attribute) => Resource(resource, attribute) ?? throw Unresolved($"{resource}.{attribute}");

    private static AwsFault Unresolved(string name) =>
        AwsFault.Validation($"Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template");
}
