namespace SonraiControlTower;

/// <summary>What came of taking the integration away.</summary>
public sealed record IntegrationRemoval
{
    /// <summary>The stack's name.</summary>
    public required string StackName { get; init; }

    /// <summary>Removed, or Incomplete where something stays that this module made.</summary>
    public required string Status { get; init; }

    /// <summary>Accounts that no longer have the role.</summary>
    public int RolesRemoved { get; init; }

    /// <summary>Registrations that were ended.</summary>
    public int RegistrationsEnded { get; init; }

    /// <summary>What stays, in sentences.</summary>
    public IReadOnlyList<string> Leftovers { get; init => field = Arrays.Of(value); } = [];

    public override string ToString() => $"{StackName} {Status}";
}

/// <summary>The ends of a removal; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class IntegrationRemovalStatus
{
    public const string Removed = nameof(Removed);
    public const string Incomplete = nameof(Incomplete);
}
