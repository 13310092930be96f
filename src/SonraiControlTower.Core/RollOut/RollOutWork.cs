namespace SonraiControlTower;

/// <summary>What there is to do, as a reading without any change has it.</summary>
public sealed record RollOutWork
{
    internal RollOutWork(RollOutScope scope, StackSet? set, RoleInstances instances)
    {
        Scope = scope;
        Set = set;
        Instances = instances;
    }

    /// <summary>Accounts that have come to their end already: they have the role, or cannot have it.</summary>
    public required IReadOnlyList<RollOutEnd> Known { get; init; }

    /// <summary>Accounts that lack the role, or have it otherwise than their set.</summary>
    public required IReadOnlyList<OrgAccount> Open { get; init; }

    /// <summary>What is to be known before anything is done.</summary>
    public required IReadOnlyList<RollOutNotice> Notices { get; init; }

    /// <summary>For a service-managed set: units that it is to be deployed to, though no account there lacks the role today.</summary>
    public required IReadOnlyList<string> NewUnits { get; init; }

    /// <summary>How the set is to be overwritten, in words; null where it stays as it is.</summary>
    public string? Overwriting { get; init; }

    internal RollOutScope Scope { get; }

    internal StackSet? Set { get; }

    internal RoleInstances Instances { get; }

    /// <summary>True where the stack set is there.</summary>
    public bool HasSet => Set is not null;
}
