using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>The tickets of a contract server. Those snoozed wake by the server's clock, when the store is next asked for anything.</summary>
internal sealed class ContractTickets(DigContractOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TicketSlot> _bySrn = [];
    private readonly TicketOrders _orders = new();
    private readonly PriorityQueue<TicketSlot, DateTimeOffset> _snoozes = new();
    private readonly HashSet<string> _refused = [];
    private int _lastId;

    /// <summary>What the SRNs call them.</summary>
    public string Label => options.OffersTickets || !options.OffersFindings ? "Ticket" : "Finding";

    /// <summary>Who raises tickets, and wakes them.</summary>
    public string Platform => $"srn:{options.Org}::SonraiComponent/PolicyEngine";

    public string Add(ContractTicketSeed seed)
    {
        lock (_gate)
        {
            var srn = string.Create(CultureInfo.InvariantCulture, $"srn:{options.Org}::{Label}/00000000-0000-4000-8000-{++_lastId:x12}");
            var slot = new TicketSlot(ContractTicket.Of(srn, seed, options.Clock.GetUtcNow()));
            _bySrn.Add(srn, slot);
            _orders.Add(slot);
            return srn;
        }
    }

    public void Remove(string srn)
    {
        lock (_gate)
        {
            if (_bySrn.Remove(srn, out var slot))
            {
                _orders.Remove(slot);
            }
        }
    }

    public void Refuse(string srn)
    {
        lock (_gate)
        {
            _refused.Add(srn);
        }
    }

    public ContractTicket? Find(string srn)
    {
        lock (_gate)
        {
            WakeDue();
            return _bySrn.GetValueOrDefault(srn)?.Now;
        }
    }

    public long Count(Predicate<ContractTicket> isMeant)
    {
        lock (_gate)
        {
            WakeDue();
            return _orders.By(null).Count(slot => isMeant(slot.Now));
        }
    }

    public IReadOnlyList<ContractTicket> All(Predicate<ContractTicket> isMeant)
    {
        lock (_gate)
        {
            WakeDue();
            return [.. _orders.By(null).Select(slot => slot.Now).Where(ticket => isMeant(ticket))];
        }
    }

    public IReadOnlyList<ContractTicket> Page(Predicate<ContractTicket> isMeant, PageArguments asked)
    {
        lock (_gate)
        {
            WakeDue();
            return [.. _orders.By(asked.OrderBy).Select(slot => slot.Now).Where(ticket => isMeant(ticket)).Skip(asked.Start).Take(asked.Size(options))];
        }
    }

    /// <summary>Replaces a ticket by what a change makes of it; false where there is none.</summary>
    public bool Change(string srn, Func<ContractTicket, ContractTicket> change)
    {
        lock (_gate)
        {
            WakeDue();
            if (!_bySrn.TryGetValue(srn, out var slot))
            {
                return false;
            }

            slot.Now = change(slot.Now);
            _orders.Modified();
            return true;
        }
    }

    /// <summary>Makes a transition in a user's name; false where the ticket is unknown, refused, or stands elsewhere.</summary>
    public bool Move(string srn, TicketMove move, string user, DateTimeOffset? until)
    {
        lock (_gate)
        {
            WakeDue();
            if (_refused.Contains(srn) || !_bySrn.TryGetValue(srn, out var slot) || !move.From.Contains(slot.Now.Status))
            {
                return false;
            }

            Transit(slot, move.To, user, options.Clock.GetUtcNow(), until);
            if (until is { } end)
            {
                _snoozes.Enqueue(slot, end);
            }

            return true;
        }
    }

    private void WakeDue()
    {
        var now = options.Clock.GetUtcNow();
        while (_snoozes.TryPeek(out var slot, out var end) && end <= now)
        {
            _snoozes.Dequeue();

            // It may have been reopened since, and snoozed anew.
            if (slot.Now.Status == TicketMove.Snoozed && slot.Now.SnoozedUntil == end)
            {
                Transit(slot, TicketMove.New, Platform, end, null);
            }
        }
    }

    private void Transit(TicketSlot slot, string status, string by, DateTimeOffset at, DateTimeOffset? until)
    {
        slot.Now = slot.Now with { Status = status, TransitionDate = at, TransitionedBy = by, LastModified = at, SnoozedUntil = until };
        _orders.Modified();
    }
}
