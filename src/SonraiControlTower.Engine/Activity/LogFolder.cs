using System.IO.Enumeration;

namespace SonraiControlTower.Engine;

/// <summary>The log files at a path.</summary>
internal static class LogFolder
{
    private static readonly string[] _endings = [".json", ".gz", ".jsonl", ".ndjson"];

    /// <summary>
    /// The file itself, whatever its name; or those below a folder whose names end as JSON's do: folder by folder, in the order of their names, as they
    /// are asked for.
    /// </summary>
    /// <exception cref="SonraiException"><c>ActivityPathNotFound</c>; <c>ActivityFileUnreadable</c> for a folder that may not be listed.</exception>
    public static IEnumerable<LogFile> Files(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? [new LogFile(full, new FileInfo(full).Length) { Path = full }]
            : Directory.Exists(full) ? Below(full)
            : throw new SonraiException(ActivityProblems.NotFound(path));
    }

    private static IEnumerable<LogFile> Below(string folder)
    {
        foreach (var entry in Entries(folder))
        {
            if (entry.Path is not null)
            {
                yield return entry;
                continue;
            }

            foreach (var file in Below(entry.Name))
            {
                yield return file;
            }
        }
    }

    /// <summary>The log files and the folders (without <see cref="LogFile.Path"/>) in a folder.</summary>
    private static LogFile[] Entries(string folder)
    {
        try
        {
            // A link to a folder may lead back above itself.
            var entries = new FileSystemEnumerable<LogFile>(
                folder,
                (ref FileSystemEntry entry) => entry.ToFullPath() is var name && entry.IsDirectory ? new LogFile(name, 0) : new LogFile(name, entry.Length) { Path = name },
                new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 })
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                    entry.IsDirectory ? (entry.Attributes & FileAttributes.ReparsePoint) == 0 : IsLog(entry.FileName),
            };
            LogFile[] sorted = [.. entries];
            Array.Sort(sorted, (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return sorted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SonraiException(ActivityProblems.Unreadable(folder, fault.Message), fault);
        }
    }

    private static bool IsLog(ReadOnlySpan<char> name)
    {
        foreach (var ending in _endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
