using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// YAML's short forms of CloudFormation's functions
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic functions</see>).
/// </summary>
internal static class ShortForm
{
    public static JsonObject Expand(string name, JsonNode? argument) => name switch
    {
        "Ref" or "Condition" => new JsonObject { [name] = argument },
        "GetAtt" when argument is JsonValue text => new JsonObject { ["Fn::GetAtt"] = Parts(text.ToString()) },
        _ => new JsonObject { [$"Fn::{name}"] = argument },
    };

    private static JsonArray Parts(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? [text[..dot], text[(dot + 1)..]] : [text];
}
