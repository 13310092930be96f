namespace SonraiControlTower;

/// <summary>What came of one account on the way to, or from, its role.</summary>
public sealed record CollectorRoleResult
{
    /// <summary>The twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name in the organization; null where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>A word of <see cref="CollectorRoleStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is so, in AWS's words where AWS has said something; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The stack set; for the management account, its stack.</summary>
    public string? StackSet { get; init; }

    /// <summary>The operation that brought this about; null where none was needed.</summary>
    public string? OperationId { get; init; }

    /// <summary>The role.</summary>
    public string? RoleArn { get; init; }

    public override string ToString() => $"{AccountId} {Status}";
}

/// <summary>The ends an account can come to; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class CollectorRoleStatus
{
    /// <summary>The role is there now.</summary>
    public const string Installed = nameof(Installed);

    /// <summary>The role was there before; it was left as it is.</summary>
    public const string AlreadyInstalled = nameof(AlreadyInstalled);

    /// <summary>The role is now as it was wanted.</summary>
    public const string Updated = nameof(Updated);

    /// <summary>The role is gone.</summary>
    public const string Removed = nameof(Removed);

    /// <summary>There was no role of this module's to remove or to change.</summary>
    public const string NotInstalled = nameof(NotInstalled);

    /// <summary>It should have been done and was not, for the reason given.</summary>
    public const string Failed = nameof(Failed);

    /// <summary>It cannot be done, for the reason given; that is no error.</summary>
    public const string Skipped = nameof(Skipped);

    /// <summary>It was begun, or waits for its turn; nobody waited for the end.</summary>
    public const string Pending = nameof(Pending);
}
