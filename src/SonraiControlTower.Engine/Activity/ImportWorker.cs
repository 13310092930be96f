using System.Threading.Channels;

namespace SonraiControlTower.Engine;

/// <summary>Reads files of an import, one after the other, beside its fellows.</summary>
internal sealed class ImportWorker(ActivityWords words, SeenFiles seen, ImportLedger ledger, ImportTally tally)
{
    private readonly CallJournal _journal = new(new WordCache(words));
    private readonly List<CountedFile> _files = [];

    public async Task RunAsync(ChannelReader<LogFile> files, CancellationToken cancellationToken)
    {
        var reader = new LogFileReader(_journal);
        try
        {
            await foreach (var file in files.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var name = LogFileName.KeyOf(file.Name);
                var reading = seen.IsKnown(file, name)
                    ? new LogFileReading(LogFileEnd.Seen, 0, file.Length)
                    : await ReadAsync(reader, file, cancellationToken).ConfigureAwait(false);
                Keep(reading, name);
                tally.Add(reading, _journal);
                if (_journal.IsFull || ledger.IsDue)
                {
                    ledger.Add(_files, _journal);
                }
            }
        }
        finally
        {
            // However it ended, the files that were read count.
            ledger.Add(_files, _journal);
        }
    }

    private void Keep(LogFileReading reading, string name)
    {
        if (reading.End == LogFileEnd.Whole)
        {
            _files.Add(new CountedFile(reading.Digest, name, reading.Length));
            _journal.Keep();
        }
        else if (reading.End == LogFileEnd.Damaged && _journal.Events > 0)
        {
            var counts = new ActivityCounts();
            _journal.AddFile(counts);
            ledger.Add(new DamagedFile(reading.Digest, name, counts));
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
}
