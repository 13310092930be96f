using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SonraiControlTower.Engine;

/// <summary>Sums over records. Two are added with the same result in whatever order. Not for several threads.</summary>
/// <remarks>
/// The table of calls is its own, since every record asks it: a dictionary of the framework would be compiled anew for these keys in every process,
/// slowly at first.
/// </remarks>
internal sealed class ActivityCounts
{
    private const int FirstSlots = 64;
    private readonly Dictionary<int, AccountSpan> _accounts = [];
    private readonly List<CallCount> _calls = [];

    // Numbers of calls from 1. INVARIANT: their length is a power of two, and at most half of them are taken, so that every search ends.
    private int[] _slots = new int[FirstSlots];

    /// <summary>In the order in which they were first seen.</summary>
    public IReadOnlyList<CallCount> Calls => _calls;

    /// <summary>By account.</summary>
    public IReadOnlyDictionary<int, AccountSpan> Accounts => _accounts;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CallCount Of(in CallKey key)
    {
        var slot = Slot(key);
        return _slots[slot] == 0 ? Put(slot, new CallCount(key)) : _calls[_slots[slot] - 1];
    }

    /// <summary>Adds a count, which belongs to this from now on.</summary>
    public void Add(CallCount count)
    {
        var slot = Slot(count.Key);
        if (_slots[slot] == 0)
        {
            Put(slot, count);
        }
        else
        {
            _calls[_slots[slot] - 1].Add(count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public AccountSpan OfAccount(int account)
    {
        ref var span = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, account, out _);
        return span ??= new AccountSpan();
    }

    /// <summary>Adds others, which belong to this from now on.</summary>
    public void Add(ActivityCounts other)
    {
        foreach (var count in other._calls)
        {
            Add(count);
        }

        foreach (var (account, span) in other._accounts)
        {
            OfAccount(account).Add(span);
        }
    }

    public void Clear()
    {
        if (_calls.Count > 0)
        {
            _calls.Clear();
            Array.Clear(_slots);
        }

        _accounts.Clear();
    }

    /// <summary>The calls of each principal that has any.</summary>
    public IReadOnlyList<IReadOnlyList<CallCount>> ByPrincipal()
    {
        var (groups, places) = (new List<List<CallCount>>(), new Dictionary<int, int>());
        foreach (var call in _calls)
        {
            if (!places.TryGetValue(call.Key.Principal, out var place))
            {
                place = groups.Count;
                places.Add(call.Key.Principal, place);
                groups.Add([]);
            }

            groups[place].Add(call);
        }

        return groups;
    }

    /// <summary>The slot of a key, or the free one where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Slot(in CallKey key)
    {
        var last = _slots.Length - 1;
        var at = key.GetHashCode() & last;
        while (_slots[at] != 0 && !_calls[_slots[at] - 1].Key.Equals(key))
        {
            at = (at + 1) & last;
        }

        return at;
    }

    private CallCount Put(int slot, CallCount count)
    {
        _calls.Add(count);
        _slots[slot] = _calls.Count;
        if (_calls.Count * 2 > _slots.Length)
        {
            _slots = new int[_slots.Length * 2];
            for (var number = 1; number <= _calls.Count; number++)
            {
                _slots[Slot(_calls[number - 1].Key)] = number;
            }
        }

        return count;
    }
}

/// <summary>What the logs of an account cover.</summary>
internal sealed class AccountSpan
{
    public long From { get; set; } = long.MaxValue;

    public long To { get; set; } = long.MinValue;

    /// <summary>The calls of which there are data events.</summary>
    public HashSet<int> DataCalls { get; } = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(AccountSpan other)
    {
        From = Math.Min(From, other.From);
        To = Math.Max(To, other.To);
        DataCalls.UnionWith(other.DataCalls);
    }
}
