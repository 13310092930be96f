using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SonraiControlTower.Engine;

/// <summary>Sums over records. Two are added with the same result in whatever order. Not for several threads.</summary>
internal sealed class ActivityCounts
{
    private readonly Dictionary<CallKey, CallCount> _calls = [];
    private readonly Dictionary<int, AccountSpan> _accounts = [];

    public IReadOnlyDictionary<CallKey, CallCount> Calls => _calls;

    /// <summary>By account.</summary>
    public IReadOnlyDictionary<int, AccountSpan> Accounts => _accounts;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CallCount Of(in CallKey key)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, key, out _);
        return count ??= new CallCount();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public AccountSpan OfAccount(int account)
    {
        ref var span = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, account, out _);
        return span ??= new AccountSpan();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ActivityCounts other)
    {
        foreach (var (key, count) in other._calls)
        {
            Of(key).Add(count);
        }

        foreach (var (account, span) in other._accounts)
        {
            OfAccount(account).Add(span);
        }
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
