using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine;

/// <summary>The frameworks that the local engine starts with, as its data file has them.</summary>
/// <param name="About">What a reader of the file should know; nothing reads it.</param>
/// <param name="Frameworks">The frameworks, in the order they are listed.</param>
internal sealed record FrameworkCatalogue(IReadOnlyList<string> About, IReadOnlyList<CatalogueFramework> Frameworks)
{
    /// <summary>The frameworks as the tenant's own, none of them enabled.</summary>
    public static IReadOnlyList<SonraiControlFramework> Read(string tenant) =>
        [.. ReadFile().Frameworks.Select(framework => framework.ToFramework(tenant))];

    internal static FrameworkCatalogue ReadFile()
    {
        using var stream = typeof(FrameworkCatalogue).Assembly.GetManifestResourceStream("FrameworkCatalogue.json")!;
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.FrameworkCatalogue)!;
    }
}

internal sealed record CatalogueFramework(string Id, string Title, string Description, IReadOnlyList<string> Policies)
{
    public SonraiControlFramework ToFramework(string tenant) => new()
    {
        Title = Title,
        Srn = $"srn:{tenant}::ControlFramework/{Id}",
        Description = Description,
        Policies = Policies,
        Swimlanes = [],
        SwimlaneSrns = [],
    };
}

/// <summary>A word that the file should not have is an error, so that a slip of the pen does not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FrameworkCatalogue))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
