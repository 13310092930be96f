namespace SonraiControlTower;

/// <summary>Which role shall read the organization's trail, and how one gets to where its policies are.</summary>
public sealed record IngestionPlan
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; init; } = RegistrationPlan.DefaultRoleName;

    /// <summary>The role's path.</summary>
    public string RolePath { get; init; } = "/";

    /// <summary>The account that has the trail's bucket; null where it is to be found out.</summary>
    public AccountId? LogArchiveAccount { get; init; }

    /// <summary>The account that the collectors run in; null where nothing is to be read as the collector.</summary>
    public AccountId? CollectorAccount { get; init; }

    /// <summary>The external id; null takes the one that the management account's role asks for.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <summary>The stack set that brings the role.</summary>
    public StackSetRef StackSet { get; init; } = new(RollOutPlan.DefaultStackSetName);

    /// <summary>The role that opens an account to the credentials at hand. Default: Control Tower's.</summary>
    public string ExecutionRoleName { get; init; } = "AWSControlTowerExecution";

    /// <summary>The plan of an integration as its stack has it.</summary>
    public static IngestionPlan Of(SonraiIntegration integration)
    {
        ArgumentNullException.ThrowIfNull(integration);
        return new IngestionPlan
        {
            RoleName = integration.RoleName ?? RegistrationPlan.DefaultRoleName,
            LogArchiveAccount = integration.LogArchiveAccount is { } archive ? AccountId.Parse(archive) : null,
            CollectorAccount = integration.CollectorAccount is { } collector ? AccountId.Parse(collector) : null,
            StackSet = new StackSetRef(integration.StackSetName ?? RollOutPlan.DefaultStackSetName),
        };
    }
}
