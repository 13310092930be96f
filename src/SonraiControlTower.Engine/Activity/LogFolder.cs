using System.IO.Enumeration;

namespace SonraiControlTower.Engine;

/// <summary>The log files at a path.</summary>
internal static class LogFolder
{
    private static readonly string[] _endings = [".json", ".gz", ".jsonl", ".ndjson"];

    /// <summary>The file itself, whatever its name; or those below a folder whose names end as JSON's do, in the order of their names.</summary>
    /// <exception cref="SonraiException"><c>ActivityPathNotFound</c>; <c>ActivityFileUnreadable</c> for a folder that may not be listed.</exception>
    public static IEnumerable<LogFile> Files(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return [new LogFile(full, new FileInfo(full).Length) { Path = full }];
        }

        if (!Directory.Exists(full))
        {
            throw new SonraiException(ActivityProblems.NotFound(path));
        }

        try
        {
            // A link to a folder may lead back above itself.
            var files = new FileSystemEnumerable<LogFile>(
                full,
                (ref FileSystemEntry entry) => entry.ToFullPath() is var name ? new LogFile(name, entry.Length) { Path = name } : null!,
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 })
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsLog(entry.FileName),
                ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            };
            return [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SonraiException(ActivityProblems.Unreadable(path, fault.Message), fault);
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
