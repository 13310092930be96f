using SonraiControlTower.TestKit;

namespace SonraiControlTower.Benchmarks;

/// <summary>
/// Made-up estates to measure with, written once into the folder for temporary files. SONRAI_ESTATE names a folder of another generator instead: with
/// <c>authz/*.json</c> and <c>cloudtrail/**/*.json.gz</c>, 20 accounts, a million records.
/// </summary>
internal static class EstateFolder
{
    /// <summary>Twenty accounts of 500 roles and 50 users.</summary>
    /// <param name="events">Records in all.</param>
    public static string Of(int events)
    {
        if (events == 1_000_000 && Environment.GetEnvironmentVariable("SONRAI_ESTATE") is { Length: > 0 } given)
        {
            return given;
        }

        var folder = Path.Combine(Path.GetTempPath(), "SonraiControlTower.Benchmarks", FormattableString.Invariant($"estate-{events}"));
        var done = Path.Combine(folder, "done");
        if (!File.Exists(done))
        {
            EstateWriter.Write(folder, new EstateOptions(20, 500, events));
            File.WriteAllText(done, string.Empty);
        }

        return folder;
    }

    public static string[] Files(string estate) =>
        [.. Directory.EnumerateFiles(Path.Combine(estate, "cloudtrail"), "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
