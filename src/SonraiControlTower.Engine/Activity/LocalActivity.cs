using System.Threading.Channels;

namespace SonraiControlTower.Engine;

/// <summary>What identities did, read from files of CloudTrail and remembered in the store.</summary>
/// <param name="store">Remembers.</param>
/// <param name="catalog">The catalogue that is in force now.</param>
/// <param name="clock">Measures how long it is since something was written.</param>
/// <param name="pace">When what was read is written.</param>
internal sealed class LocalActivity(Store store, Func<ActionCatalog> catalog, TimeProvider clock, ImportPace? pace = null) : IActivity, IDisposable
{
    /// <summary>More do not pay: what they share is the disk and the memory.</summary>
    private const int MostWorkers = 4;

    private const int FilesAhead = 64;
    private readonly ActivityTables _tables = new(store);
    private readonly SemaphoreSlim _import = new(1);
    private readonly Lock _gate = new();
    private (long Version, ActionCatalog Catalog, UsageTallies Tallies)? _known;

    public IAsyncEnumerable<LogFile> FilesAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        return LogFolder.Files(path).ToAsyncEnumerable();
    }

    public async Task<SonraiActivityImport> ImportAsync(
        IAsyncEnumerable<LogFile> files, Action<ActivityNews> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(news);
        await _import.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var lease = ImportLease.Take(store.Path);
            var words = new ActivityWords();
            var tally = new ImportTally(news);

            var ledger = new ImportLedger(_tables, words, tally, pace ?? ImportPace.Usual, clock);
            try
            {
                await ReadAsync(files, words, tally, ledger, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                // However it ended, the files that were read count.
                ledger.Close();
                throw;
            }

            var unknown = Task.Run(() => Unknown(words, CallCatalog.Of(catalog())), CancellationToken.None);
            ledger.Close();
            return tally.Sum(words.Principals.Count, await unknown.ConfigureAwait(false));
        }
        finally
        {
            Forget();
            _import.Release();
        }
    }

    public IAsyncEnumerable<SonraiActivity> ListAsync(ActivityQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        return Tallies(catalog()).List(query).ToAsyncEnumerable();
    }

    /// <summary>What principals did, by the actions of a catalogue; the same object until somebody has imported again.</summary>
    public Usage ReadUsage(ActionCatalog actions) => Tallies(actions).Usage;

    /// <summary>Another after every import that counted something, in every session.</summary>
    public long Version => _tables.Version();

    public void Dispose() => _import.Dispose();

    private UsageTallies Tallies(ActionCatalog actions)
    {
        lock (_gate)
        {
            var version = _tables.Version();
            if (_known is not { } known || known.Version != version || known.Catalog != actions)
            {
                var words = new ActivityWords();
                known = (version, actions, new UsageTallies(_tables.Read(words), words, actions));
                _known = known;
            }

            return known.Tallies;
        }
    }

    private void Forget()
    {
        lock (_gate)
        {
            _known = null;
        }
    }

    /// <summary>The calls that no action is known for.</summary>
    private static List<(int Number, LogCall Call)> Unknown(ActivityWords words, CallCatalog known)
    {
        var unknown = new List<(int, LogCall)>();
        for (var number = 0; number < words.Calls.Count; number++)
        {
            if (words.Calls[number] is var call && known.Find(call.Source, call.Name) is null)
            {
                unknown.Add((number, call));
            }
        }

        return unknown;
    }

    private async Task ReadAsync(IAsyncEnumerable<LogFile> files, ActivityWords words, ImportTally tally, ImportLedger ledger, CancellationToken cancellationToken)
    {
        var (digests, names) = _tables.ReadFiles();
        var seen = new SeenFiles(digests, names);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = Channel.CreateBounded<LogFile>(new BoundedChannelOptions(FilesAhead) { SingleWriter = true });
        var running = new List<Task> { Task.Run(() => FeedAsync(files, queue.Writer, stop.Token), CancellationToken.None) };
        for (var workers = Math.Clamp(Environment.ProcessorCount, 1, MostWorkers); workers > 0; workers--)
        {
            running.Add(Task.Run(() => StopAllAsync(new ImportWorker(words, seen, ledger, tally), queue.Reader, stop), CancellationToken.None));
        }

        await Task.WhenAll(running).ConfigureAwait(false);
    }

    /// <summary>When one worker fails, the others need not go on.</summary>
    private static async Task StopAllAsync(ImportWorker worker, ChannelReader<LogFile> files, CancellationTokenSource stop)
    {
        var isDone = false;
        try
        {
            await worker.RunAsync(files, stop.Token).ConfigureAwait(false);
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task FeedAsync(IAsyncEnumerable<LogFile> files, ChannelWriter<LogFile> queue, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var file in files.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await queue.WriteAsync(file, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            // The workers then finish what is waiting. What went wrong comes out of this task itself.
            queue.Complete();
        }
    }
}
