using System.Threading.Channels;

namespace SonraiControlTower.Engine;

/// <summary>Reads files of an import, one after the other, beside its fellows.</summary>
internal sealed class ImportWorker(ActivityTables tables, ActivityWords words, SeenFiles seen, ImportTally tally, ImportPace pace, TimeProvider clock)
{
    private readonly CallJournal _journal = new(new WordCache(words));
    private long _since = clock.GetTimestamp();

    /// <summary>What is read and not written yet.</summary>
    public ActivityBatch Batch { get; private set; } = new();

    public async Task RunAsync(ChannelReader<LogFile> files, CancellationToken cancellationToken)
    {
        var reader = new LogFileReader(_journal);
        await foreach (var file in files.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = LogFileName.KeyOf(file.Name);
            var reading = new LogFileReading(LogFileEnd.Seen, 0, file.Length);
            if (seen.IsKnown(file, key))
            {
                _journal.Clear();
            }
            else
            {
                reading = await ReadAsync(reader, file, cancellationToken).ConfigureAwait(false);
                Keep(reading, key);
            }

            tally.Add(reading, _journal);
            if (Batch.Files.Count >= pace.Files || clock.GetElapsedTime(_since) >= pace.Time)
            {
                tables.Add(Batch, words);
                tally.Add(Batch);
                Batch = new ActivityBatch();
                _since = clock.GetTimestamp();
            }
        }
    }

    private async ValueTask<LogFileReading> ReadAsync(LogFileReader reader, LogFile file, CancellationToken cancellationToken)
    {
        // What is asked for once counts as seen; a file that is not counted in the end gives its place back.
        UInt128? claimed = null;
        var isKept = false;
        try
        {
            var reading = await reader.ReadAsync(file, digest => Claim(digest, ref claimed), cancellationToken).ConfigureAwait(false);
            isKept = reading.End == LogFileEnd.Whole;
            return reading;
        }
        finally
        {
            if (!isKept && claimed is { } digest)
            {
                seen.Forget(digest);
            }
        }
    }

    private bool Claim(UInt128 digest, ref UInt128? claimed)
    {
        if (!seen.IsNew(digest))
        {
            return false;
        }

        claimed = digest;
        return true;
    }

    private void Keep(in LogFileReading reading, string key)
    {
        if (reading.End == LogFileEnd.Whole)
        {
            Batch.Files.Add(new CountedFile(reading.Digest, key, reading.Length));
            _journal.AddTo(Batch.Counts);
        }
        else if (reading.End == LogFileEnd.Damaged && _journal.Events > 0)
        {
            var counts = new ActivityCounts();
            _journal.AddTo(counts);
            Batch.Damaged.Add(new DamagedFile(reading.Digest, key, counts));
        }
    }
}

/// <summary>When what was read is written: whichever comes first.</summary>
/// <param name="Files">After how many files of one worker.</param>
/// <param name="Time">After how long.</param>
internal sealed record ImportPace(int Files, TimeSpan Time)
{
    /// <summary>Writing costs about as much as reading for a fifth of a second does, so that this costs little, and little is lost by a stop.</summary>
    public static ImportPace Usual { get; } = new(20_000, TimeSpan.FromSeconds(5));
}
