namespace SonraiControlTower;

/// <summary>Through which role the identities of accounts are read.</summary>
public sealed record AccountReadingPlan
{
    /// <summary>The role in every account. Default: the collector's.</summary>
    public string RoleName { get; init; } = RegistrationPlan.DefaultRoleName;

    /// <summary>The role's path.</summary>
    public string RolePath { get; init; } = "/";

    /// <summary>What the role asks for; null to say none.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <summary>The account that the role trusts; null where the credentials at hand are its own.</summary>
    public AccountId? CollectorAccount { get; init; }

    /// <summary>The role that opens the collector's account to the credentials at hand. Default: Control Tower's.</summary>
    public string ExecutionRoleName { get; init; } = "AWSControlTowerExecution";

    /// <summary>How many accounts are read at a time.</summary>
    public int ThrottleLimit { get; init; } = 8;
}
