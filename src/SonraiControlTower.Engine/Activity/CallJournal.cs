using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// The calls of one file, until it is known that the file is whole. A very large file is summed up in between, so that what is held does not grow
/// with it.
/// </summary>
internal sealed class CallJournal(WordCache words)
{
    private const int Most = 32_768;
    private static ReadOnlySpan<byte> S3 => "s3.amazonaws.com"u8;
    private readonly ArnList _arns = new();
    private readonly ArnList _roles = new();
    private Entry[] _entries = new Entry[1024];
    private int _taken;
    private readonly Dictionary<int, AccountSpan> _accounts = [];
    private ActivityCounts? _sum;
    private (int Account, AccountSpan Span)? _lastAccount;

    /// <summary>All records.</summary>
    public long Events { get; private set; }

    public long Denied { get; private set; }

    public long Failed { get; private set; }

    public long Ignored { get; private set; }

    /// <summary>Of the ignored ones, CloudTrail Insights events.</summary>
    public long Insights { get; private set; }

    /// <summary>When the earliest call was, in seconds since 1970.</summary>
    public long From { get; private set; }

    /// <summary>When the latest call was, in seconds since 1970.</summary>
    public long To { get; private set; }

    /// <summary>Begins a file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Clear()
    {
        Forget();
        _sum = null;
        Events = Denied = Failed = Ignored = Insights = 0;
        (From, To) = (long.MaxValue, long.MinValue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ref CallRecord record)
    {
        Events++;
        if (record.EventType.SequenceEqual("AwsCloudTrailInsight"u8) || record.EventCategory.SequenceEqual("Insight"u8))
        {
            Insights++;
            Ignored++;
            return;
        }

        if (LogTime.Parse(record.EventTime) is not { } time)
        {
            Ignored++;
            return;
        }

        var isCall = record.EventType.IsEmpty || record.EventType.SequenceEqual("AwsApiCall"u8) || record.EventType.SequenceEqual("AwsConsoleAction"u8);
        ReadOnlySpan<byte> identity = default;
        var principal = isCall ? words.Principal(record, out identity) : -1;
        var account = record.RecipientAccountId.IsEmpty && principal >= 0 ? AccountOf(identity) : record.RecipientAccountId;
        var call = principal < 0 ? -1 : words.Call(record);
        if (!account.IsEmpty)
        {
            Cover(words.Account(account), time, call, record.EventCategory.SequenceEqual("Data"u8));
        }

        if (principal < 0)
        {
            Ignored++;
            return;
        }

        (From, To) = (Math.Min(From, time), Math.Max(To, time));
        var error = words.Error(record.ErrorCode);
        switch (words.Outcome(call, error))
        {
            case CallOutcome.Denied:
                Denied++;
                break;
            case CallOutcome.Undecided:
                Failed++;
                break;
            default:
                break;
        }

        var isCopy = record.HasSharedEventId && !record.RecipientAccountId.IsEmpty && !record.RecipientAccountId.SequenceEqual(AccountOf(identity));
        var (firstArn, firstRole) = (_arns.Count, _roles.Count);
        for (var i = 0; i < record.Resources.Count; i++)
        {
            _arns.Add(record.Resources[i]);
        }

        PassedRoles.Find(record.RequestParameters, identity, _roles);
        if (_taken == _entries.Length)
        {
            Array.Resize(ref _entries, _taken * 2);
        }

        _entries[_taken++] = new Entry(
            new CallKey(principal, call, error, isCopy),
            time,
            firstArn,
            _arns.Count - firstArn,
            firstRole,
            _roles.Count - firstRole,
            record.EventSource.SequenceEqual(S3) && record.RequestParameters.IndexOf("\"versionId\":\""u8) >= 0);
        if (_taken >= Most)
        {
            _sum ??= new ActivityCounts();
            AddEntries(_sum);
            Forget();
        }
    }

    /// <summary>Adds the file to sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(ActivityCounts sums)
    {
        if (_sum is not null)
        {
            sums.Add(_sum);
        }

        AddEntries(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<byte> AccountOf(ReadOnlySpan<byte> arn)
    {
        var resource = ArnText.ResourceStart(arn);
        return resource < 0 ? default : arn[(arn[..(resource - 1)].LastIndexOf((byte)':') + 1)..(resource - 1)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cover(int account, long time, int call, bool isData)
    {
        if (_lastAccount is not { } last || last.Account != account)
        {
            ref var made = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, account, out _);
            _lastAccount = last = (account, made ??= new AccountSpan());
        }

        last.Span.From = Math.Min(last.Span.From, time);
        last.Span.To = Math.Max(last.Span.To, time);
        if (isData && call >= 0)
        {
            last.Span.DataCalls.Add(call);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddEntries(ActivityCounts sums)
    {
        foreach (ref readonly var entry in _entries.AsSpan(0, _taken))
        {
            var count = sums.Of(entry.Key);
            count.Count++;
            count.First = Math.Min(count.First, entry.Time);
            count.Last = Math.Max(count.Last, entry.Time);
            count.Versioned += entry.IsVersioned ? 1 : 0;
            count.Unplaced += entry.Arns == 0 ? 1 : 0;
            for (var i = 0; i < entry.Arns; i++)
            {
                (count.Resources ??= new ArnSummary()).Add(_arns[entry.FirstArn + i]);
            }

            for (var i = 0; i < entry.Roles; i++)
            {
                (count.Roles ??= new ArnSummary()).Add(_roles[entry.FirstRole + i]);
            }
        }

        foreach (var (account, span) in _accounts)
        {
            sums.OfAccount(account).Add(span);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forget()
    {
        _taken = 0;
        _arns.Clear();
        _roles.Clear();
        _accounts.Clear();
        _lastAccount = null;
    }

    private readonly record struct Entry(CallKey Key, long Time, int FirstArn, int Arns, int FirstRole, int Roles, bool IsVersioned);
}
