using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.EventBridge.Wire;

/// <summary>How the wire types are read and written. What AWS always sends, it must send: an answer without it is not an answer of the service.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DescribeRuleInput))]
[JsonSerializable(typeof(WireRule))]
[JsonSerializable(typeof(ListTargetsInput))]
[JsonSerializable(typeof(ListTargetsAnswer))]
internal sealed partial class RulesJson : JsonSerializerContext;
