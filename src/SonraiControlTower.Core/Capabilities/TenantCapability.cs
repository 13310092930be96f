namespace SonraiControlTower;

/// <summary>An operation that this module uses, and whether the tenant offers it.</summary>
public sealed record TenantCapability
{
    /// <summary>The operation's name: that of its query document.</summary>
    public required string Operation { get; init; }

    /// <summary><c>Query</c> or <c>Mutation</c>: the type of the tenant's schema that has the field.</summary>
    public required string Kind { get; init; }

    /// <summary>The field of that type which the operation asks for.</summary>
    public required string Field { get; init; }

    /// <summary>Where the operation is known from, one of <see cref="OperationStanding"/>.</summary>
    public required string Standing { get; init; }

    /// <summary>True if the tenant's schema has the field.</summary>
    public bool IsOffered { get; init; }

    /// <summary>True if a file of the session's queries folder replaces the built-in document.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The commands that use it.</summary>
    public required IReadOnlyList<string> UsedBy { get; init => field = Arrays.Of(value); }

    public override string ToString() => Operation;
}

/// <summary>Where an operation is known from; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class OperationStanding
{
    /// <summary>It was seen verbatim in a public client or document of Sonrai's.</summary>
    public const string PublicFact = "public fact";

    /// <summary>It is not public; it follows from the way the others are named, and is looked up before it is used.</summary>
    public const string Inferred = "inferred";
}
