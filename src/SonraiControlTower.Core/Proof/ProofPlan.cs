namespace SonraiControlTower;

/// <summary>What is to be proved of accounts: that the collector, with its external id, is let in, and nobody else.</summary>
public sealed record ProofPlan
{
    /// <summary>What the collector says.</summary>
    public required ExternalId ExternalId { get; init; }

    /// <summary>The role's name in every account.</summary>
    public string RoleName { get; init; } = RegistrationPlan.DefaultRoleName;

    /// <summary>The role's path.</summary>
    public string RolePath { get; init; } = "/";

    /// <summary>The account that the collectors run in; null where the credentials are the collector's own.</summary>
    public AccountId? CollectorAccount { get; init; }

    /// <summary>
    /// The role that opens an account to the credentials at hand: the collector's account, to try its role from there, and any other, to look why
    /// it was not given. Default: Control Tower's.
    /// </summary>
    public string ExecutionRoleName { get; init; } = "AWSControlTowerExecution";

    /// <summary>
    /// How long a role may be denied before that is believed. A role that is older than the proof has had this time: IAM takes seconds, at times
    /// a minute, until a role is known everywhere.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many accounts are tried at a time.</summary>
    public int ThrottleLimit { get; init; } = 16;
}
