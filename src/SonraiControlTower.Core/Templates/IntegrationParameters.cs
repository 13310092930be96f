namespace SonraiControlTower;

/// <summary>The names of the parameters of <see cref="IntegrationTemplate"/>. Those that Sonrai's own integration has are called as there.</summary>
public static class IntegrationParameters
{
    /// <summary>The collector deployment, by its name in the Sonrai portal.</summary>
    public const string CollectorName = nameof(CollectorName);

    /// <summary>Its external id; it has no default and is not shown.</summary>
    public const string CollectorExternalId = nameof(CollectorExternalId);

    /// <summary>The account that the collectors run in: twelve digits.</summary>
    public const string CollectorAccount = nameof(CollectorAccount);

    /// <summary>An API token; it has no default and is not shown.</summary>
    public const string SonraiAPIToken = nameof(SonraiAPIToken);

    /// <summary>The tenant's address; empty where the token tells it.</summary>
    public const string SonraiEndpoint = nameof(SonraiEndpoint);

    /// <summary>The organization.</summary>
    public const string OrgId = nameof(OrgId);

    /// <summary>Control Tower's audit account; empty for none.</summary>
    public const string AuditAccount = nameof(AuditAccount);

    /// <summary>Control Tower's log archive account; empty for none.</summary>
    public const string LogArchiveAccount = nameof(LogArchiveAccount);

    /// <summary>The bucket of the package; empty for <c>sonrai-control-tower-ACCOUNT-REGION</c>.</summary>
    public const string SourceBucket = nameof(SourceBucket);

    /// <summary>The key of the package in the bucket; another for each package.</summary>
    public const string PackageKey = nameof(PackageKey);

    /// <summary><c>dotnet10</c>.</summary>
    public const string Runtime = nameof(Runtime);

    /// <summary><c>x86_64</c> or <c>arm64</c>; the package must be for the same.</summary>
    public const string Architecture = nameof(Architecture);

    /// <summary>The stack set; default <see cref="RollOutPlan.DefaultStackSetName"/>.</summary>
    public const string StackSetName = nameof(StackSetName);

    /// <summary>A word of <see cref="SonraiControlTower.PermissionModel"/>.</summary>
    public const string PermissionModel = nameof(PermissionModel);

    /// <summary>The role's name; default <see cref="RegistrationPlan.DefaultRoleName"/>.</summary>
    public const string RoleName = nameof(RoleName);

    /// <summary>A word of <see cref="CollectorPolicy"/>.</summary>
    public const string PolicyChoice = nameof(PolicyChoice);

    /// <summary>The policy that bounds the collector's role; empty for none.</summary>
    public const string PermissionsBoundaryArn = nameof(PermissionsBoundaryArn);

    /// <summary>How many days a new token is asked to be valid; default 30.</summary>
    public const string TokenLifetimeDays = nameof(TokenLifetimeDays);

    /// <summary>Days from one rotation to the next; default 15.</summary>
    public const string RotationDays = nameof(RotationDays);

    /// <summary>A schedule expression of EventBridge; default <c>rate(1 hour)</c>.</summary>
    public const string ReconcileRate = nameof(ReconcileRate);

    /// <summary>Days that logs are kept; default 90.</summary>
    public const string LogRetentionDays = nameof(LogRetentionDays);

    /// <summary><c>true</c> or <c>false</c>: whether two runs of the Setup function never overlap; default <c>true</c>.</summary>
    public const string ReserveConcurrency = nameof(ReserveConcurrency);

    /// <summary>The SNS topic of the alarms; empty for none.</summary>
    public const string AlarmTopicArn = nameof(AlarmTopicArn);

    /// <summary><c>true</c> or <c>false</c>: whether the stack makes the management account's role; <c>false</c> where it is there already.</summary>
    public const string MakeCollectorRole = nameof(MakeCollectorRole);

    /// <summary>Control Tower's home region; of <see cref="IntegrationTemplate.OrganizationEvents"/> alone.</summary>
    public const string HomeRegion = nameof(HomeRegion);
}
