namespace SonraiControlTower.TestKit;

/// <summary>The tickets in the orders asked for. An order is kept until something it depends on changes, so that paging does not sort again.</summary>
internal sealed class TicketOrders
{
    private const string Created = "createdDate";
    private readonly List<TicketSlot> _added = [];
    private readonly Dictionary<string, (string[] Fields, TicketSlot[] Slots)> _sorted = [];

    public void Add(TicketSlot slot)
    {
        _added.Add(slot);
        _sorted.Clear();
    }

    public void Remove(TicketSlot slot)
    {
        _added.Remove(slot);
        _sorted.Clear();
    }

    /// <summary>Tells that a ticket was modified, which leaves the order of creation as it is.</summary>
    public void Modified()
    {
        foreach (var (order, _) in _sorted.Where(kept => kept.Value.Fields.Any(field => field != Created)).ToList())
        {
            _sorted.Remove(order);
        }
    }

    /// <summary>All tickets, as <c>orderBy</c> has them; as they were added where it says nothing. Ties stay as they were added.</summary>
    public IReadOnlyList<TicketSlot> By(IDictionary<string, object?>? orderBy)
    {
        var keys = (orderBy ?? new Dictionary<string, object?>())
            .Where(entry => entry.Value is not null)
            .Select(entry => (Field: entry.Key, IsDescending: IsDescending(entry.Value)))
            .ToList();
        if (keys.Count == 0)
        {
            return _added;
        }

        var name = string.Join(',', keys);
        if (!_sorted.TryGetValue(name, out var kept))
        {
            kept = ([.. keys.Select(key => key.Field)], Sort(keys));
            _sorted.Add(name, kept);
        }

        return kept.Slots;
    }

    private TicketSlot[] Sort(IEnumerable<(string Field, bool IsDescending)> keys)
    {
        var sorted = _added.Order(Comparer<TicketSlot>.Create(static (_, _) => 0));
        foreach (var (field, isDescending) in keys)
        {
            sorted = isDescending ? sorted.ThenByDescending(slot => Instant(slot.Now, field)) : sorted.ThenBy(slot => Instant(slot.Now, field));
        }

        return [.. sorted];
    }

    private static bool IsDescending(object? order) =>
        ContractFilter.Map(order)!.TryGetValue("order", out var given) && given?.ToString() == "DESC";

    private static DateTimeOffset? Instant(ContractTicket ticket, string field) => field switch
    {
        Created => ticket.CreatedDate,
        "lastModified" => ticket.LastModified,
        _ => ticket.TransitionDate,
    };
}
