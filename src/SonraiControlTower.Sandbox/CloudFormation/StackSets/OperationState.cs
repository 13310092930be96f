namespace SonraiControlTower.Sandbox;

/// <summary>An operation on a stack set, with what it does in each place.</summary>
internal sealed class OperationState(string id, OperationAction action, IReadOnlyList<ResultState> results, DateTimeOffset createdAt)
{
    private readonly HashSet<InstanceKey> _places = [.. results.Select(one => one.Key)];

    public string Id => id;

    public OperationAction Action => action;

    public IReadOnlyList<ResultState> Results => results;

    public StackSetOperationPreferences Preferences { get; init; } = new();

    public bool RetainStacks { get; init; }

    /// <summary>True if it changes the set itself, and not only instances of it.</summary>
    public bool ChangesSet { get; init; }

    public string Status { get; set; } = StackSetOperationStatus.Queued;

    public DateTimeOffset? EndedAt { get; set; }

    public int Failed { get; set; }

    /// <summary>What works on it; null before it runs.</summary>
    public OperationRun? Run { get; set; }

    /// <summary>Two operations that touch one place cannot run at once, nor can anything beside a change of the set itself.</summary>
    public bool ConflictsWith(OperationState other) =>
        ChangesSet || other.ChangesSet || _places.Overlaps(other._places);

    public StackSetOperation ToStackSetOperation() => new()
    {
        OperationId = id,
        Action = action.ToString().ToUpperInvariant(),
        Status = Status,
        CreatedAt = createdAt,
        EndedAt = EndedAt,
        FailedInstances = Failed,
        RetainStacks = action == OperationAction.Delete ? RetainStacks : null,
    };
}

/// <summary>What an operation does.</summary>
internal enum OperationAction
{
    Create,
    Update,
    Delete,
}

/// <summary>What an operation does in one place.</summary>
internal sealed class ResultState(InstanceKey key, string? unit)
{
    public InstanceKey Key => key;

    /// <summary>The unit that brought the account in; null in a self-managed set.</summary>
    public string? Unit => unit;

    /// <summary>Parameters that are to be other than the set's own; null leaves those that the instance has.</summary>
    public IReadOnlyList<TemplateParameter>? Overrides { get; init; }

    public string Status { get; set; } = StackInstanceDetailedStatus.Pending;

    public string? Reason { get; set; }

    public StackSetOperationResult ToResult() => new()
    {
        AccountId = key.Account.ToString(),
        Region = key.Region,
        Status = Status,
        StatusReason = Reason,
        OrganizationalUnitId = unit,
    };
}
