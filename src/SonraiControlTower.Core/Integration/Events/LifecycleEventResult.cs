namespace SonraiControlTower;

/// <summary>What came of one event.</summary>
public sealed record LifecycleEventResult
{
    /// <summary>The event's id; null where it has none.</summary>
    public string? EventId { get; init; }

    /// <summary>What happened, such as <c>CreateManagedAccount</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A word of <see cref="LifecycleEventKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>A word of <see cref="LifecycleEventStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The accounts that were acted on for it, or that it is about.</summary>
    public IReadOnlyList<string> AccountIds { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Why it is so, in a sentence; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    public override string ToString() => $"{Name} {Status}";
}

/// <summary>The ends of an event; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class LifecycleEventStatus
{
    /// <summary>What it asks for is done.</summary>
    public const string Done = nameof(Done);

    /// <summary>It asks for nothing.</summary>
    public const string Ignored = nameof(Ignored);

    /// <summary>Something that it asks for is not done.</summary>
    public const string Failed = nameof(Failed);
}
