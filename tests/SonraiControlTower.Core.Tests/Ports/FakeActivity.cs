using System.Runtime.CompilerServices;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>An engine that counts files: paths stand for folders of files, and some files for what is no record.</summary>
internal sealed class FakeActivity : IActivity
{
    public Dictionary<string, string[]> Folders { get; } = [];

    /// <summary>What is wrong with a file.</summary>
    public Dictionary<string, Problem> Wrong { get; } = [];

    public List<string> Read { get; } = [];

    public async IAsyncEnumerable<LogFile> FilesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var name in Folders.TryGetValue(path, out var names) ? names : throw new SonraiException(ActivityProblems.NotFound(path)))
        {
            yield return new LogFile(name, 1) { Path = name };
        }
    }

    public async Task<SonraiActivityImport> ImportAsync(IAsyncEnumerable<LogFile> files, Action<ActivityNews> news, CancellationToken cancellationToken)
    {
        await foreach (var file in files.WithCancellation(cancellationToken))
        {
            Read.Add(file.Name);
            news(new ActivityNews(Read.Count, Read.Count, Wrong.GetValueOrDefault(file.Name)));
        }

        return new SonraiActivityImport { Files = Read.Count(name => !Wrong.ContainsKey(name)), FilesForeign = Wrong.Count };
    }

    public IAsyncEnumerable<SonraiActivity> ListAsync(ActivityQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
