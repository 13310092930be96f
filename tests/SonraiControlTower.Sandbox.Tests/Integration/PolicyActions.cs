using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox.Tests.Integration;

/// <summary>The actions that a policy allows, as they are written.</summary>
internal static class PolicyActions
{
    public static IEnumerable<string> Of(PolicyDocument document) => JsonNode.Parse(document.Json)!["Statement"]!.AsArray()
        .SelectMany(statement => statement!["Action"] switch
        {
            JsonArray several => several.Select(one => one!.ToString()),
            var one => [one!.ToString()],
        })
        .Distinct().Order(StringComparer.Ordinal);
}
