using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Sandbox;

/// <summary>The people who could see to tickets, as the data file has them.</summary>
/// <param name="About">What a reader of the file should know; nothing reads it.</param>
/// <param name="Users">The people.</param>
internal sealed record PeopleFile(IReadOnlyList<string> About, IReadOnlyList<PeopleFileUser> Users)
{
    /// <summary>Reads the sample people, who are made up.</summary>
    public static PeopleFile ReadSample()
    {
        using var stream = typeof(PeopleFile).Assembly.GetManifestResourceStream("SamplePeople.json")!;
        return JsonSerializer.Deserialize(stream, PeopleJson.Default.PeopleFile)!;
    }
}

internal sealed record PeopleFileUser(string Id, string Name, string Email)
{
    public SonraiUser ToUser() => new($"srn:{LandingZone.Tenant}::SonraiUser/{Id}", Name, Email);
}

/// <summary>A word that the file should not have is an error, so that a slip of the pen does not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PeopleFile))]
internal sealed partial class PeopleJson : JsonSerializerContext;
