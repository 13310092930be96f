namespace SonraiControlTower.Engine;

/// <summary>What an import has done so far. Several threads tell it; they take turns.</summary>
internal sealed class ImportTally(Action<ActivityNews> news)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _calls = [];
    private SonraiActivityImport _so = new();
    private int _seen;
    private long _read;
    private (long From, long To) _span = (long.MaxValue, long.MinValue);

    /// <summary>Tells of a file.</summary>
    /// <param name="reading">How it was.</param>
    /// <param name="journal">What is in it.</param>
    public void Add(LogFileReading reading, CallJournal journal)
    {
        lock (_gate)
        {
            var isCounted = reading.End is LogFileEnd.Whole or LogFileEnd.Damaged;
            _so = _so with
            {
                Files = _so.Files + (reading.End == LogFileEnd.Whole ? 1 : 0),
                FilesSkipped = _so.FilesSkipped + (reading.End == LogFileEnd.Seen ? 1 : 0),
                FilesDamaged = _so.FilesDamaged + (reading.End is LogFileEnd.Damaged or LogFileEnd.Unreadable ? 1 : 0),
                FilesForeign = _so.FilesForeign + (reading.End == LogFileEnd.Foreign ? 1 : 0),
            };
            if (isCounted)
            {
                _so = _so with
                {
                    Events = _so.Events + journal.Events - journal.Ignored,
                    EventsDenied = _so.EventsDenied + journal.Denied,
                    EventsFailed = _so.EventsFailed + journal.Failed,
                    EventsIgnored = _so.EventsIgnored + journal.Ignored,
                };
                _read += journal.Events;
                _span = (Math.Min(_span.From, journal.From), Math.Max(_span.To, journal.To));
            }

            _seen++;
            news(new ActivityNews(_seen, _read, reading.Problem));
        }
    }

    /// <summary>Tells which calls are in a batch.</summary>
    public void Add(ActivityBatch batch)
    {
        lock (_gate)
        {
            foreach (var counts in batch.Damaged.Select(file => file.Counts).Prepend(batch.Counts))
            {
                foreach (var count in counts.Calls)
                {
                    _calls[count.Key.Call] = _calls.GetValueOrDefault(count.Key.Call) + count.Count;
                }
            }
        }
    }

    /// <summary>All of it.</summary>
    /// <param name="principals">How many principals there were.</param>
    /// <param name="unknown">The calls that no action is known for.</param>
    public SonraiActivityImport Sum(int principals, IEnumerable<(int Number, LogCall Call)> unknown)
    {
        lock (_gate)
        {
            var calls = unknown.Where(one => _calls.ContainsKey(one.Number)).Select(one => new UnknownCall(one.Call.Source, one.Call.Name, _calls[one.Number]));
            return _so with
            {
                Principals = principals,
                From = _span.From == long.MaxValue ? null : LogTime.Of(_span.From),
                To = _span.To == long.MinValue ? null : LogTime.Of(_span.To),
                UnknownCalls =
                [
                    .. calls.OrderByDescending(call => call.Count)
                        .ThenBy(call => call.EventSource, StringComparer.Ordinal)
                        .ThenBy(call => call.EventName, StringComparer.Ordinal),
                ],
            };
        }
    }
}
