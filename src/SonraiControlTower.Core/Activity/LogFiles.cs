using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>Files of records at several places of this machine.</summary>
public static class LogFiles
{
    /// <summary>The files at these paths, path by path. A path at which there is nothing is told to <paramref name="problem"/>, and the others are gone through.</summary>
    public static async IAsyncEnumerable<LogFile> AtAsync(
        IActivity activity, IEnumerable<string> paths, Action<Problem> problem, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(problem);
        foreach (var path in paths)
        {
            var files = activity.FilesAsync(path, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var _ = files.ConfigureAwait(false);
            while (await NextAsync(files, problem).ConfigureAwait(false))
            {
                yield return files.Current;
            }
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<LogFile> files, Action<Problem> problem)
    {
        try
        {
            return await files.MoveNextAsync().ConfigureAwait(false);
        }
        catch (SonraiException missing) when (missing.Problem.Kind == ProblemKind.NotFound)
        {
            problem(missing.Problem);
            return false;
        }
    }
}
