namespace SonraiControlTower;

/// <summary>What came of one account on its way to Dig.</summary>
public sealed record RegistrationResult
{
    /// <summary>The twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name in the organization; null where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Registered, AlreadyRegistered, Skipped or Failed.</summary>
    public required string Status { get; init; }

    /// <summary>Why it was skipped, failed, or is registered otherwise than asked; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The collector that reads the account; null where none does.</summary>
    public string? Collector { get; init; }

    /// <summary>The role that the collector assumes.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Sonrai's resource name of the registration; null where there is none.</summary>
    public string? Srn { get; init; }

    /// <summary>The end of an account that could not be registered.</summary>
    public static RegistrationResult Failed(OrgAccount account, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(problem);
        return new() { AccountId = account.AccountId, Name = account.Name, Status = RegistrationStatus.Failed, Reason = problem.Message };
    }

    public override string ToString() => $"{AccountId} {Status}";
}

/// <summary>The ends an account can come to. They are text, as AWS's own states are: ConvertTo-Json shows an enum as a number.</summary>
public static class RegistrationStatus
{
    /// <summary>Dig monitors it from now on.</summary>
    public const string Registered = nameof(Registered);

    /// <summary>Dig monitored it before; it was left as it is.</summary>
    public const string AlreadyRegistered = nameof(AlreadyRegistered);

    /// <summary>It cannot be monitored, for the reason given; that is no error.</summary>
    public const string Skipped = nameof(Skipped);

    /// <summary>It should be monitored and is not, for the reason given.</summary>
    public const string Failed = nameof(Failed);
}

/// <summary>A result, with the problem behind it where there is one to report.</summary>
public readonly record struct Settled(RegistrationResult Result, Problem? Problem = null);
