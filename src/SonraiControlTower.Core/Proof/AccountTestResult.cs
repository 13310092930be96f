namespace SonraiControlTower;

/// <summary>Whether the collector can read an account, and nobody else can through its role; and if not, what stands in the way.</summary>
public sealed record AccountTestResult
{
    /// <summary>The twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name in the organization; null where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Passed or Failed.</summary>
    public required string Status { get; init; }

    /// <summary>A word of <see cref="AccountBlocker"/>; null where nothing stands in the way.</summary>
    public string? Blocker { get; init; }

    /// <summary>What stands in the way, in a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }

    /// <summary>The role that was tried.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Whether the role is given to who says the external id: Admitted, Refused, or null where that was not tried.</summary>
    public string? WithExternalId { get; init; }

    /// <summary>The same for who says none; it must be Refused.</summary>
    public string? WithoutExternalId { get; init; }

    /// <summary>The same for who says a wrong one; it must be Refused.</summary>
    public string? WithWrongExternalId { get; init; }

    /// <summary>Whether the role can read what the collector reads first; null where that was not tried.</summary>
    public bool? CanRead { get; init; }

    /// <summary>AWS's own words, in the order they came.</summary>
    public IReadOnlyList<string> Evidence { get; init => field = Arrays.Of(value); } = [];

    /// <summary>True where everything is as it shall be.</summary>
    public bool HasPassed => Status == AccountTestStatus.Passed;

    public override string ToString() => $"{AccountId} {Blocker ?? Status}";
}

/// <summary>The ends of a test; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class AccountTestStatus
{
    public const string Passed = nameof(Passed);
    public const string Failed = nameof(Failed);
}

/// <summary>What a role does for who asks for it.</summary>
public static class RoleAnswer
{
    public const string Admitted = nameof(Admitted);
    public const string Refused = nameof(Refused);
}
