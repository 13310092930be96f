namespace SonraiControlTower;

/// <summary>The names of the outputs of <see cref="IntegrationTemplate"/>. None of them is a secret.</summary>
public static class IntegrationOutputs
{
    /// <summary>The secret that keeps the API token.</summary>
    public const string SecretArn = nameof(SecretArn);

    /// <summary>The key that the secret is encrypted with.</summary>
    public const string SecretKeyArn = nameof(SecretKeyArn);

    /// <summary>The function that brings accounts to Sonrai Dig.</summary>
    public const string SetupFunctionName = nameof(SetupFunctionName);

    /// <summary>The function that rotates the API token.</summary>
    public const string RotateCredentialsFunctionName = nameof(RotateCredentialsFunctionName);

    /// <summary>The log of the Setup function.</summary>
    public const string SetupLogName = nameof(SetupLogName);

    /// <summary>The log of the function that rotates the API token.</summary>
    public const string RotateCredentialsLogName = nameof(RotateCredentialsLogName);

    /// <summary>The queue of the events.</summary>
    public const string EventQueueUrl = nameof(EventQueueUrl);

    /// <summary>The queue of the events that could not be acted on.</summary>
    public const string EventDeadLetterQueueUrl = nameof(EventDeadLetterQueueUrl);

    /// <summary>The rule for Control Tower's events.</summary>
    public const string LifecycleRuleName = nameof(LifecycleRuleName);

    /// <summary>The rule for the events of AWS Organizations.</summary>
    public const string OrganizationRuleName = nameof(OrganizationRuleName);

    /// <summary>The rule that has everything looked over.</summary>
    public const string ReconcileRuleName = nameof(ReconcileRuleName);

    /// <summary>The role that the collector reads this account through.</summary>
    public const string CollectorRoleArn = nameof(CollectorRoleArn);

    /// <summary>The collector deployment.</summary>
    public const string CollectorName = nameof(CollectorName);

    /// <summary>The account that the collectors run in.</summary>
    public const string CollectorAccount = nameof(CollectorAccount);

    /// <summary>The organization.</summary>
    public const string OrganizationId = nameof(OrganizationId);

    /// <summary>The stack set that brings the role to the accounts.</summary>
    public const string StackSetName = nameof(StackSetName);

    /// <summary>With whose rights the stack set works.</summary>
    public const string PermissionModel = nameof(PermissionModel);

    /// <summary>The name of the role in every account.</summary>
    public const string RoleName = nameof(RoleName);

    /// <summary>What the collector may read.</summary>
    public const string PolicyChoice = nameof(PolicyChoice);

    /// <summary>The bucket that has the functions' package.</summary>
    public const string PackageBucket = nameof(PackageBucket);

    /// <summary>The package that the functions run.</summary>
    public const string PackageKey = nameof(PackageKey);

    /// <summary>The processors that the functions run on.</summary>
    public const string Architecture = nameof(Architecture);

    /// <summary>How many days a new API token is asked to be valid.</summary>
    public const string TokenLifetimeDays = nameof(TokenLifetimeDays);

    /// <summary>How many days lie between two rotations.</summary>
    public const string RotationDays = nameof(RotationDays);
}
