using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.SecretsManager.Wire;

/// <summary>Writes and reads the text of a secret, which so is never a bare string: no wire type can print it.</summary>
internal sealed class SecretTextConverter : JsonConverter<SecretText>
{
    public override SecretText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? new(text) : null;

    public override void Write(Utf8JsonWriter writer, SecretText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reveal());
}
