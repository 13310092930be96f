namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>Which faults are still to come.</summary>
internal sealed class WireScript
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    public void Add(string operation, int? page, int times, WireFault fault)
    {
        lock (_lock)
        {
            _entries.Add(new Entry(operation, page, times, fault));
        }
    }

    /// <summary>Takes the fault that is due for a request; null if none is.</summary>
    public WireFault? Take(WireRequest request)
    {
        lock (_lock)
        {
            var due = _entries.Find(entry =>
                entry.Times > 0 && entry.Operation == request.Operation && (entry.Page is null || entry.Page == request.Page));
            if (due is not null)
            {
                due.Times--;
            }

            return due?.Fault;
        }
    }

    private sealed class Entry(string operation, int? page, int times, WireFault fault)
    {
        public string Operation { get; } = operation;

        public int? Page { get; } = page;

        public int Times { get; set; } = times;

        public WireFault Fault { get; } = fault;
    }
}
