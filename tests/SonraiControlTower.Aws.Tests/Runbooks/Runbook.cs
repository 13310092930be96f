using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>A runbook as it is registered, and what it says. A plain <c>true</c> and a plain number are what YAML takes them for; all else is text.</summary>
internal sealed record Runbook(string Name, string Text, JsonObject Content)
{
    /// <summary>The names of those that the repository has.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public IEnumerable<JsonObject> Steps => Content["mainSteps"] is JsonArray steps ? steps.OfType<JsonObject>() : [];

    public JsonObject Parameters => Content["parameters"] as JsonObject ?? [];

    private static string Folder => Path.Combine(Checkout.Root, "docs", "runbooks");

    public static Runbook Read(string name) => Parse(name, File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")));

    public static Runbook Parse(string name, string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new Runbook(name, text, (JsonObject)Node(yaml.Documents.Single().RootNode)!);
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(one => KeyValuePair.Create(((YamlScalarNode)one.Key).Value!, Node(one.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => JsonValue.Create(true),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" } => JsonValue.Create(false),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
