using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.SecretsManager.Wire;

/// <summary>How the wire types are read and written. What AWS always sends, it must send: an answer without it is not an answer of the service.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(SecretTextConverter)])]
[JsonSerializable(typeof(NamedInput))]
[JsonSerializable(typeof(GetSecretValueInput))]
[JsonSerializable(typeof(CreateSecretInput))]
[JsonSerializable(typeof(PutSecretValueInput))]
[JsonSerializable(typeof(MoveStageInput))]
[JsonSerializable(typeof(RotateSecretInput))]
[JsonSerializable(typeof(DescribeSecretAnswer))]
[JsonSerializable(typeof(GetSecretValueAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
internal sealed partial class SecretsJson : JsonSerializerContext;
