namespace SonraiControlTower;

/// <summary>What came of one registered account that was to be changed.</summary>
public sealed record AccountUpdateResult
{
    /// <summary>The twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>Done, AlreadyDone or Failed.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The collector that reads the account; null where none does.</summary>
    public string? Collector { get; init; }

    /// <summary>The role that the collector assumes now.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The role that remediation bots assume now; null where there is none.</summary>
    public string? BotRoleArn { get; init; }

    /// <summary>Sonrai's resource name of the registration; null where there is none.</summary>
    public string? Srn { get; init; }

    public override string ToString() => $"{AccountId} {Status}";
}

/// <summary>The ends a change can come to, in the words of <see cref="TicketOutcome"/>.</summary>
public static class AccountUpdateStatus
{
    /// <summary>It is now as it shall be.</summary>
    public const string Done = nameof(Done);

    /// <summary>It was so before; nothing was sent.</summary>
    public const string AlreadyDone = nameof(AlreadyDone);

    /// <summary>It is not as it shall be, for the reason given.</summary>
    public const string Failed = nameof(Failed);
}

/// <summary>A result, with the problem behind it where there is one to report.</summary>
public readonly record struct AccountUpdateEnd(AccountUpdateResult Result, Problem? Problem = null);
