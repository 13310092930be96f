using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// The calls of the files that were read last, until somebody takes them; those of the file that is being read apart, until it is known that it is
/// whole. A very large file is summed up in between, so that what is held does not grow with it.
/// </summary>
internal sealed class CallJournal(WordCache words)
{
    private const int Most = 32_768;
    private const int Many = 8_192;
    private static ReadOnlySpan<byte> S3 => "s3.amazonaws.com"u8;
    private readonly ArnList _arns = new();
    private readonly ArnList _roles = new();
    private readonly Dictionary<int, AccountSpan> _accounts = [];
    private readonly ActivityCounts _large = new();
    private Entry[] _entries = new Entry[1024];
    private CallCount[] _counts = new CallCount[1024];
    private Mark _taken;
    private Mark _kept;
    private ActivityCounts? _sum;
    private (int Account, AccountSpan Span)? _lastAccount;

    /// <summary>All records of the file.</summary>
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

    /// <summary>Whether so much is kept that it should be taken.</summary>
    public bool IsFull => _kept.Entries >= Many;

    /// <summary>Begins a file, and forgets the one before if it was not kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Clear()
    {
        Forget();
        _sum = null;
        Events = Denied = Failed = Ignored = Insights = 0;
        (From, To) = (long.MaxValue, long.MinValue);
    }

    /// <summary>A record that can be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CallRecord Begin()
    {
        _arns.Truncate(_taken.Arns);
        return new CallRecord(_arns);
    }

    /// <summary>Takes a record of the file.</summary>
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
        PassedRoles.Find(record.RequestParameters, identity, _roles);
        if (_taken.Entries == _entries.Length)
        {
            Array.Resize(ref _entries, _taken.Entries * 2);
            Array.Resize(ref _counts, _taken.Entries * 2);
        }

        _entries[_taken.Entries] = new Entry(
            new CallKey(principal, call, error, isCopy),
            time,
            _taken.Arns,
            _arns.Count - _taken.Arns,
            _taken.Roles,
            _roles.Count - _taken.Roles,
            record.EventSource.SequenceEqual(S3) && Bytes.Has(record.RequestParameters, "\"versionId\":\""u8));
        _taken = new Mark(_taken.Entries + 1, _arns.Count, _roles.Count);
        if (_taken.Entries - _kept.Entries >= Most)
        {
            _sum ??= new ActivityCounts();
            AddFile(_sum);
            Forget();
        }
    }

    /// <summary>Keeps the file: it is whole.</summary>
    public void Keep()
    {
        if (_sum is not null)
        {
            _large.Add(_sum);
            _sum = null;
        }

        foreach (var (account, span) in _accounts)
        {
            _large.OfAccount(account).Add(span);
        }

        _kept = _taken;
        _accounts.Clear();
        _lastAccount = null;
    }

    /// <summary>Adds the file to sums, as it is read so far.</summary>
    public void AddFile(ActivityCounts sums)
    {
        if (_sum is not null && _sum != sums)
        {
            sums.Add(_sum);
        }

        AddEntries(_kept.Entries, _taken.Entries, sums);
        foreach (var (account, span) in _accounts)
        {
            sums.OfAccount(account).Add(span);
        }
    }

    /// <summary>Adds all files that were kept to sums, and forgets them.</summary>
    public void MoveTo(ActivityCounts sums)
    {
        sums.Add(_large);
        AddEntries(0, _kept.Entries, sums);
        _large.Clear();
        _kept = default;
        Clear();
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
    private void AddEntries(int first, int end, ActivityCounts sums)
    {
        // All are found before any is changed: the memory of several is then waited for at once.
        for (var one = first; one < end; one++)
        {
            _counts[one] = sums.Of(_entries[one].Key);
        }

        for (var one = first; one < end; one++)
        {
            ref readonly var entry = ref _entries[one];
            var count = _counts[one];
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
    }

    /// <summary>Forgets what is not kept.</summary>
    private void Forget()
    {
        _taken = _kept;
        _arns.Truncate(_kept.Arns);
        _roles.Truncate(_kept.Roles);
        _accounts.Clear();
        _lastAccount = null;
    }

    /// <summary>How much there is.</summary>
    private readonly record struct Mark(int Entries, int Arns, int Roles);

    private readonly record struct Entry(CallKey Key, long Time, int FirstArn, int Arns, int FirstRole, int Roles, bool IsVersioned);
}
