using System.Text.Json;
using SonraiControlTower.Engine;

namespace SonraiControlTower.CatalogCompiler;

/// <summary>
/// Which calls AWS's services have, as the models that botocore carries tell (<c>data/SERVICE/DATE/service-2.json</c>). Of a model only the names of
/// its service and of its operations are read.
/// </summary>
internal sealed class SdkModels(IReadOnlySet<string> calls)
{
    /// <exception cref="IOException">There is no such folder.</exception>
    /// <exception cref="JsonException">A model has another form.</exception>
    public static SdkModels Read(string folder)
    {
        var calls = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(folder, "service-2.json*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var model = Parse(file);
            var metadata = model.RootElement.GetProperty("metadata");
            var endpoint = metadata.GetProperty("endpointPrefix").GetString()!;
            var signing = metadata.TryGetProperty("signingName", out var name) ? name.GetString()! : endpoint;
            foreach (var prefix in CallRules.Embedded.PrefixesOf(signing).Union(CallRules.Embedded.PrefixesOf(endpoint), StringComparer.Ordinal))
            {
                foreach (var operation in model.RootElement.GetProperty("operations").EnumerateObject())
                {
                    calls.Add($"{prefix}:{operation.Name}");
                }
            }
        }

        return new(calls);
    }

    /// <summary>Whether a service that signs as the action's prefix has a call of the action's name.</summary>
    public bool Has(string action) => calls.Contains(action);

    private static JsonDocument Parse(string path)
    {
        using var file = File.OpenRead(path);
        using var text = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress)
            : (Stream)file;
        return JsonDocument.Parse(text);
    }
}
