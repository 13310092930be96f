using System.IO.Compression;

namespace SonraiControlTower.Packer;

/// <summary>
/// The package of a function (<see href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html">.zip deployment packages</see>):
/// what runs, in the order of names, as of one fixed day, readable by all. Its hash then names its content, and nothing but its content.
/// </summary>
internal static class FunctionPackage
{
    // A zip knows no earlier day.
    private static readonly DateTimeOffset _day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A regular file, rw-r--r--, where zip keeps Unix's own.
    private const int ReadableByAll = (0x8000 | 0x1A4) << 16;

    /// <summary>Packs what of a folder runs.</summary>
    public static byte[] Pack(string folder)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files(folder))
            {
                var entry = zip.CreateEntry(file, CompressionLevel.SmallestSize);
                entry.LastWriteTime = _day;
                entry.ExternalAttributes = ReadableByAll;
                using var into = entry.Open();
                using var from = File.OpenRead(Path.Combine(folder, file));
                from.CopyTo(into);
            }
        }

        return package.ToArray();
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Select(path => Path.GetFileName(path))
        .Where(name => name.EndsWith(".dll", StringComparison.Ordinal) || name.EndsWith(".deps.json", StringComparison.Ordinal)
            || name.EndsWith(".runtimeconfig.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
