using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower;

/// <summary>A remediation as text, as the journal and the ledger keep it.</summary>
public static class RemediationJson
{
    public static string Write(SonraiRemediation remediation) => JsonSerializer.Serialize(remediation, RemediationJsonContext.Default.SonraiRemediation);

    /// <exception cref="JsonException">It is not the text of a remediation.</exception>
    public static SonraiRemediation Read(string json) =>
        JsonSerializer.Deserialize(json, RemediationJsonContext.Default.SonraiRemediation) ?? throw new JsonException("It is null.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SonraiRemediation))]
internal sealed partial class RemediationJsonContext : JsonSerializerContext;
