using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.Lambda.Wire;

/// <summary>How the wire types are read. What AWS always sends, it must send: an answer without it is not an answer of Lambda.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WireFunction))]
[JsonSerializable(typeof(MappingsAnswer))]
internal sealed partial class FunctionsJson : JsonSerializerContext;
