using System.IO.Compression;
using System.Text.Json;

namespace SonraiControlTower.Sandbox.Tests.Estates;

/// <summary>Reads what the sample estate's trail has written, and who lives in its accounts.</summary>
internal static class SampleHistory
{
    public static async Task<IReadOnlyList<(LogFile File, byte[] Text)>> FilesAsync(this LandingZone zone)
    {
        var files = new List<(LogFile, byte[])>();
        await foreach (var file in zone.TrailFiles())
        {
            await using var zipped = await file.OpenAsync!(default);
            await using var text = new GZipStream(zipped, CompressionMode.Decompress);
            using var all = new MemoryStream();
            await text.CopyToAsync(all);
            files.Add((file, all.ToArray()));
        }

        return files;
    }

    public static async Task<IReadOnlyList<JsonElement>> RecordsAsync(this LandingZone zone) =>
        [.. (await zone.FilesAsync()).SelectMany(file => JsonElement.Parse(file.Text).GetProperty("Records").EnumerateArray())];

    public static async Task<IReadOnlyList<IamEntity>> EntitiesAsync(this LandingZone zone)
    {
        var entities = new List<IamEntity>();
        foreach (var account in zone.ReadableAccounts)
        {
            entities.AddRange(await zone.AuthorizationDetails(account).ToListAsync());
        }

        return entities;
    }

    /// <summary>The ARN of the user or role that made a call; null for services, outsiders and those who only come in.</summary>
    public static string? Principal(this JsonElement record)
    {
        var identity = record.GetProperty("userIdentity");
        return identity.GetProperty("type").GetString() switch
        {
            "AssumedRole" => identity.GetProperty("sessionContext").GetProperty("sessionIssuer").GetProperty("arn").GetString(),
            "IAMUser" => $"arn:aws:iam::{identity.GetProperty("accountId").GetString()}:user/{identity.GetProperty("userName").GetString()}",
            _ => null,
        };
    }

    public static string Text(this JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
