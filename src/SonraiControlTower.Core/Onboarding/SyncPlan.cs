namespace SonraiControlTower;

/// <summary>What every account of the organization is to have: the role, proved, and a registration.</summary>
/// <param name="RollOut">How the role gets there.</param>
/// <param name="Proof">What is proved before an account is registered.</param>
/// <param name="Registration">What it is registered with.</param>
public sealed record SyncPlan(RollOutPlan RollOut, ProofPlan Proof, RegistrationPlan Registration)
{
    /// <summary>The plan for a role as it is to be: installed, proved and registered under one name.</summary>
    public static SyncPlan Of(CollectorRole role, RollOutPlan rollOut, SonraiCollector collector, string partition)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(rollOut);
        return new(
            rollOut,
            new ProofPlan
            {
                ExternalId = role.ExternalId,
                RoleName = role.Name,
                RolePath = role.Path,
                CollectorAccount = role.CollectorAccount,
                ExecutionRoleName = rollOut.ExecutionRoleName,
            },
            new RegistrationPlan(collector, role.Name, role.BotRoleName, partition) { RolePath = role.Path });
    }
}
