namespace SonraiControlTower;

/// <summary>How the role is in one account, and what of it is otherwise than it shall be.</summary>
public sealed record CollectorRoleState
{
    /// <summary>The twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name in the organization; null where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>A word of <see cref="CollectorRoleCondition"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is so, in AWS's words; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>What is otherwise than it shall be, one sentence each; empty where nothing is.</summary>
    public IReadOnlyList<string> Drift { get; init => field = Arrays.Of(value); } = [];

    /// <summary>True where the role itself was looked at from inside the account.</summary>
    public bool IsInspected { get; init; }

    /// <summary>The stack set; for the management account, its stack.</summary>
    public string? StackSet { get; init; }

    /// <summary>The region of the instance.</summary>
    public string? Region { get; init; }

    /// <summary>The stack that has the role.</summary>
    public string? StackId { get; init; }

    /// <summary>What the role may read, by the set's parameter; null where the set does not say.</summary>
    public string? PolicyChoice { get; init; }

    /// <summary>The role.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The operation that last worked on it.</summary>
    public string? LastOperationId { get; init; }

    public override string ToString() => $"{AccountId} {Status}";
}

/// <summary>How a role can be; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class CollectorRoleCondition
{
    /// <summary>As its stack set has it.</summary>
    public const string Current = nameof(Current);

    /// <summary>Otherwise than its stack set: an operation failed here, was stopped, or has not come here yet.</summary>
    public const string Outdated = nameof(Outdated);

    /// <summary>An operation is at work on it.</summary>
    public const string Pending = nameof(Pending);

    /// <summary>A removal failed here.</summary>
    public const string Inoperable = nameof(Inoperable);

    /// <summary>There is none by the stack set.</summary>
    public const string Missing = nameof(Missing);
}
