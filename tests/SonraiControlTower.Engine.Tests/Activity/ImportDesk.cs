using System.IO.Compression;

namespace SonraiControlTower.Engine.Tests;

/// <summary>A store in a folder of its own that files are imported into, and what was told of them.</summary>
internal sealed class ImportDesk : IDisposable
{
    public ImportDesk() => (Store, Activity) = Open();

    public string Folder { get; } = Directory.CreateTempSubdirectory("activity").FullName;

    public Store Store { get; }

    public LocalActivity Activity { get; }

    public List<Problem> Problems { get; } = [];

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(LogReading.Utf8(text));
        }

        return packed.ToArray();
    }

    public static IAsyncEnumerable<LogFile> Files(params (string Name, byte[] Bytes)[] files) => files
        .Select(file => new LogFile(file.Name, file.Bytes.Length) { OpenAsync = _ => Task.FromResult<Stream>(new MemoryStream(file.Bytes)) })
        .ToAsyncEnumerable();

    /// <summary>The same folder in another session.</summary>
    public (Store Store, LocalActivity Activity) Open()
    {
        var store = Store.Open(Folder);
        return (store, new LocalActivity(store, () => ActionCatalog.Embedded, TimeProvider.System));
    }

    public Task<SonraiActivityImport> ImportAsync(string text) => ImportAsync(($"{Guid.NewGuid()}.json", LogReading.Utf8(text)));

    public Task<SonraiActivityImport> ImportAsync(params (string Name, byte[] Bytes)[] files) => Activity.ImportAsync(Files(files), Tell, CancellationToken.None);

    public void Tell(ActivityNews news)
    {
        if (news.Problem is { } problem)
        {
            Problems.Add(problem);
        }
    }

    public async Task<List<SonraiActivity>> ListAsync(ActivityQuery? query = null) =>
        await Activity.ListAsync(query ?? new ActivityQuery(), CancellationToken.None).ToListAsync();

    public void Dispose()
    {
        Activity.Dispose();
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
