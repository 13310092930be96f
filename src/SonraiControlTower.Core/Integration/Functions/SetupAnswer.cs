namespace SonraiControlTower;

/// <summary>What the function answers to a person, a schedule or a single event.</summary>
internal sealed record SetupAnswer
{
    /// <summary>How many accounts were looked at.</summary>
    public int Accounts { get; init; }

    /// <summary>How many have their role and are registered, now or before.</summary>
    public int Synced { get; init; }

    /// <summary>How many lack something for the reason given.</summary>
    public int Failed { get; init; }

    /// <summary>How many lack something and wait for their turn.</summary>
    public int Pending { get; init; }

    /// <summary>The accounts that were asked for and are not in the organization, or not yet.</summary>
    public IReadOnlyList<string>? Unknown { get; init; }

    /// <summary>For <c>status</c>: a word of <see cref="SonraiControlTower.TokenStatus"/>.</summary>
    public string? TokenStatus { get; init; }

    /// <summary>For <c>status</c>: when the token ends.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>Each account.</summary>
    public IReadOnlyList<AccountSyncResult> Results { get; init; } = [];

    public static SetupAnswer Of(IEnumerable<AccountSyncResult> results)
    {
        AccountSyncResult[] all = [.. results.OrderBy(result => result.AccountId, StringComparer.Ordinal)];
        return new()
        {
            Accounts = all.Length,
            Synced = all.Count(result => result.Status is AccountSyncStatus.InSync or AccountSyncStatus.Synced),
            Failed = all.Count(result => result.Status == AccountSyncStatus.Failed),
            Pending = all.Count(result => result.Status == AccountSyncStatus.Drifted),
            Results = all,
        };
    }

    public override string ToString() => $"{Accounts} accounts, {Synced} in step, {Failed} failed, {Pending} left for the next run";
}
