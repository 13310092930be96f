namespace SonraiControlTower;

/// <summary>What an import of CloudTrail records did.</summary>
public sealed record SonraiActivityImport
{
    /// <summary>Files that were read and counted.</summary>
    public int Files { get; init; }

    /// <summary>Files that had been counted before.</summary>
    public int FilesSkipped { get; init; }

    /// <summary>Files that could not be read, or not to their end. Each of them is a problem of its own.</summary>
    public int FilesDamaged { get; init; }

    /// <summary>Files that hold no CloudTrail records, such as digests.</summary>
    public int FilesForeign { get; init; }

    /// <summary>Records that were counted.</summary>
    public long Events { get; init; }

    /// <summary>Of these, calls that were refused.</summary>
    public long EventsDenied { get; init; }

    /// <summary>Of these, calls that failed in a way that does not tell whether they were allowed.</summary>
    public long EventsFailed { get; init; }

    /// <summary>Records of no principal of IAM: AWS services on their own account, anonymous callers, events that are no calls.</summary>
    public long EventsIgnored { get; init; }

    /// <summary>Principals that are in the records of this import.</summary>
    public int Principals { get; init; }

    /// <summary>The time of the earliest record; null for none.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time of the latest record; null for none.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Calls of which it is not known what action they ask for, most frequent first. They are kept, and count for nothing.</summary>
    public IReadOnlyList<UnknownCall> UnknownCalls { get; init => field = Arrays.Of(value); } = [];
}

/// <summary>A call of which it is not known what action of IAM it asks for.</summary>
/// <param name="EventSource">Such as <c>billingconsole.amazonaws.com</c>.</param>
/// <param name="EventName">Such as <c>GetBillingNotifications</c>.</param>
/// <param name="Count">How often it was recorded.</param>
public sealed record UnknownCall(string EventSource, string EventName, long Count)
{
    public override string ToString() => $"{EventSource}/{EventName}";
}
