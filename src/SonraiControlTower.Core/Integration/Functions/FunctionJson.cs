using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower;

/// <summary>What goes in and out of the functions, as it stands on the wire. Nothing is read by reflection, so that a function starts fast.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RotationRequest))]
[JsonSerializable(typeof(RotationAnswer))]
[JsonSerializable(typeof(CustomResourceRequest))]
[JsonSerializable(typeof(CustomResourceAnswer))]
[JsonSerializable(typeof(QueueAnswer))]
[JsonSerializable(typeof(SetupAnswer))]
[JsonSerializable(typeof(ManualRequest))]
internal sealed partial class FunctionJson : JsonSerializerContext
{
    /// <exception cref="SonraiException"><c>FunctionRequestUnreadable</c>; the message does not repeat the text.</exception>
    public static JsonDocument Parse(string payload)
    {
        try
        {
            return JsonDocument.Parse(payload);
        }
        catch (JsonException exception)
        {
            throw new SonraiException(FunctionProblems.RequestUnreadable($"it is not JSON (line {exception.LineNumber + 1})"));
        }
    }

    /// <summary>Reads a request; null for JSON of another shape.</summary>
    public static T? Read<T>(JsonElement json, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return json.Deserialize(shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
