namespace SonraiControlTower;

/// <summary>How one account stands between the organization, its role and its registration; and what was done about it.</summary>
public sealed record AccountSyncResult
{
    /// <summary>The twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name in the organization; null where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>A word of <see cref="AccountSyncStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>What it lacks, or lacked: words of <see cref="AccountNeed"/>.</summary>
    public IReadOnlyList<string> Needs { get; init => field = Arrays.Of(value); } = [];

    /// <summary>A word of <see cref="AccountBlocker"/> where the collector cannot read it; else null.</summary>
    public string? Blocker { get; init; }

    /// <summary>Why it is so; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The collector it is registered with.</summary>
    public string? Collector { get; init; }

    /// <summary>The role that the collector assumes.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Sonrai's resource name of its registration.</summary>
    public string? Srn { get; init; }

    public override string ToString() => $"{AccountId} {Status}";
}

/// <summary>How an account can stand; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class AccountSyncStatus
{
    /// <summary>It has its role and is registered.</summary>
    public const string InSync = nameof(InSync);

    /// <summary>It lacks something, and nothing was done about it.</summary>
    public const string Drifted = nameof(Drifted);

    /// <summary>It lacked something and has it now, proved.</summary>
    public const string Synced = nameof(Synced);

    /// <summary>It cannot be monitored, for the reason given; that is no error.</summary>
    public const string Skipped = nameof(Skipped);

    /// <summary>It lacks something still, for the reason given.</summary>
    public const string Failed = nameof(Failed);

    /// <summary>It is closed, or not in the organization, and something of it is left. Nothing is ended or removed by itself.</summary>
    public const string Left = nameof(Left);
}

/// <summary>What an account can lack.</summary>
public static class AccountNeed
{
    public const string Role = nameof(Role);
    public const string Registration = nameof(Registration);
}

/// <summary>How one account stands now, or what it came to.</summary>
/// <param name="Result">The result.</param>
/// <param name="Problem">The problem behind it, where there is one to report.</param>
public sealed record SyncEnd(AccountSyncResult Result, Problem? Problem = null) : RollOutNews;
