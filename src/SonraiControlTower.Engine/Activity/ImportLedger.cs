namespace SonraiControlTower.Engine;

/// <summary>Takes what the workers of an import have read, and writes it now and then. Several threads may tell it; they take turns.</summary>
internal sealed class ImportLedger(ActivityTables tables, ActivityWords words, ImportTally tally, ImportPace pace, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private ActivityBatch _batch = new();
    private long _since = clock.GetTimestamp();

    /// <summary>Takes whole files.</summary>
    /// <param name="files">The files; they are forgotten.</param>
    /// <param name="journal">What is in them; it is moved.</param>
    public void Add(List<CountedFile> files, CallJournal journal) => Change(batch =>
    {
        batch.Files.AddRange(files);
        files.Clear();
        journal.MoveTo(batch.Counts);
    });

    /// <summary>Takes a damaged file.</summary>
    public void Add(DamagedFile file) => Change(batch => batch.Damaged.Add(file));

    /// <summary>Whether it is time to write.</summary>
    public bool IsDue => clock.GetElapsedTime(Volatile.Read(ref _since)) >= pace.Time;

    /// <summary>Writes what is not written yet.</summary>
    public void Close()
    {
        ActivityBatch rest;
        lock (_gate)
        {
            rest = Take();
        }

        Write(rest);
    }

    private void Change(Action<ActivityBatch> change)
    {
        ActivityBatch? due = null;
        lock (_gate)
        {
            change(_batch);
            if (_batch.Files.Count >= pace.Files || IsDue)
            {
                due = Take();
            }
        }

        Write(due);
    }

    private ActivityBatch Take()
    {
        var taken = _batch;
        _batch = new ActivityBatch();
        Volatile.Write(ref _since, clock.GetTimestamp());
        return taken;
    }

    private void Write(ActivityBatch? batch)
    {
        if (batch is { IsEmpty: false })
        {
            tables.Add(batch, words);
            tally.Add(batch);
        }
    }
}

/// <summary>When what was read is written: whichever comes first.</summary>
/// <param name="Files">After how many files.</param>
/// <param name="Time">After how long.</param>
internal sealed record ImportPace(int Files, TimeSpan Time)
{
    /// <summary>Writing costs about as much as reading for a fifth of a second does, so that this costs little, and little is lost by a stop.</summary>
    public static ImportPace Usual { get; } = new(40_000, TimeSpan.FromSeconds(5));
}
