using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine;

/// <summary>The bots of AwsRemediationBots.json; where they are known from stands in the file itself.</summary>
/// <param name="Source">Where they are known from.</param>
/// <param name="Bots">The bots, least privilege first.</param>
internal sealed record BotFile(string Source, IReadOnlyList<BotEntry> Bots)
{
    private const string Cloud = "AWS";

    public static BotFile Load()
    {
        using var stream = typeof(BotFile).Assembly.GetManifestResourceStream("AwsRemediationBots.json")!;
        return JsonSerializer.Deserialize(stream, BotJson.Default.BotFile)!;
    }

    public IEnumerable<SonraiBot> ToBots() => Bots.Select(entry => new SonraiBot
    {
        Title = entry.Title,
        Srn = $"srn:supersonrai::bot/{entry.Uuid}",
        Description = entry.Description,
        Cloud = Cloud,
        Operation = entry.Operation,
        RemediationType = entry.RemediationType,
        RequiredPermissions = entry.RequiredPermissions ?? [],
    });
}

/// <summary>A bot of the file; <see cref="Folder"/> is where its manifest is among the public ones.</summary>
internal sealed record BotEntry(
    string Folder,
    string Uuid,
    string Title,
    string Description,
    string? Operation = null,
    string? RemediationType = null,
    IReadOnlyList<string>? RequiredPermissions = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BotFile))]
internal sealed partial class BotJson : JsonSerializerContext;
