using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>The files of identities at a path, in the order of their names.</summary>
internal static class IdentityFiles
{
    /// <summary>A file, or all files of JSON anywhere below a folder.</summary>
    /// <exception cref="SonraiException"><c>IdentityPathNotFound</c>.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.json", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive })
                .Order(StringComparer.Ordinal)]
            : throw new SonraiException(IdentityProblems.NotFound(path));
    }

    /// <summary>Reads files, as many at a time as there are processors, and gives them in their order.</summary>
    public static async IAsyncEnumerable<IdentityFile> ReadAsync(
        IReadOnlyList<string> paths, PolicyDocuments documents, bool areNamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<IdentityFile>>();
        foreach (var path in paths)
        {
            if (running.Count == Environment.ProcessorCount)
            {
                yield return await running.Dequeue().ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            running.Enqueue(Task.Run(() => IdentityFile.Read(path, documents, areNamed), cancellationToken));
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next.ConfigureAwait(false);
        }
    }
}
