using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.CloudTrail.Wire;

/// <summary>How the wire types are read and written. What AWS always sends, it must send: an answer without it is not an answer of the service.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DescribeTrailsInput))]
[JsonSerializable(typeof(DescribeTrailsAnswer))]
[JsonSerializable(typeof(GetTrailStatusInput))]
[JsonSerializable(typeof(GetTrailStatusAnswer))]
internal sealed partial class TrailsJson : JsonSerializerContext;
