namespace SonraiControlTower;

/// <summary>What can stand between the collector and an account; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class AccountBlocker
{
    /// <summary>The account is not ACTIVE.</summary>
    public const string AccountClosed = nameof(AccountClosed);

    /// <summary>The account has no such role.</summary>
    public const string NoRole = nameof(NoRole);

    /// <summary>The role trusts another account, or asks for another external id.</summary>
    public const string TrustMismatch = nameof(TrustMismatch);

    /// <summary>The role is not given, and AWS does not tell from outside whether it exists.</summary>
    public const string RoleNotAssumable = nameof(RoleNotAssumable);

    /// <summary>The role is also given to who says no external id, or a wrong one.</summary>
    public const string ExternalIdNotDemanded = nameof(ExternalIdNotDemanded);

    /// <summary>A service control policy denies it.</summary>
    public const string ScpDenied = nameof(ScpDenied);

    /// <summary>A resource control policy denies it.</summary>
    public const string RcpDenied = nameof(RcpDenied);

    /// <summary>A permissions boundary denies it.</summary>
    public const string BoundaryDenied = nameof(BoundaryDenied);

    /// <summary>A session policy, or that of a VPC endpoint, denies it on the caller's side.</summary>
    public const string CallerRestricted = nameof(CallerRestricted);

    /// <summary>Who tested may not assume roles.</summary>
    public const string CallerNotAllowed = nameof(CallerNotAllowed);

    /// <summary>The role's own policies do not let it read.</summary>
    public const string ReadNotAllowed = nameof(ReadNotAllowed);

    /// <summary>STS is switched off in the region.</summary>
    public const string StsRegion = nameof(StsRegion);

    /// <summary>AWS could not be asked.</summary>
    public const string NotTested = nameof(NotTested);

    private static readonly Dictionary<string, string> _remedies = new()
    {
        [AccountClosed] = "Nothing is to be done in an account that is closed or suspended; end its registration with Unregister-SonraiAccount.",
        [NoRole] = "Run Install-SonraiCollectorRole for the account.",
        [TrustMismatch] = "Bring the role to the collector's account and external id with Update-SonraiCollectorRole, or give the ones it was made with.",
        [RoleNotAssumable] = "Look whether the role exists and whom it trusts with Get-SonraiCollectorRole -Inspect, from an account that may look into this one.",
        [ExternalIdNotDemanded] = "Put the condition sts:ExternalId back into the role's trust policy: Update-SonraiCollectorRole with -UpdateTemplate does.",
        [ScpDenied] = "Except the collector's role from the service control policy that AWS names, or from the region guardrail.",
        [RcpDenied] = "Except the collector's account from the resource control policy that AWS names.",
        [BoundaryDenied] = "Let the permissions boundary allow what the collector reads, or give another with Update-SonraiCollectorRole -PermissionsBoundary.",
        [CallerRestricted] = "Test with credentials that no session policy narrows, and past the VPC endpoint whose policy refuses.",
        [CallerNotAllowed] = "Test with credentials of the collector's account that may assume the role; the collector's own may.",
        [ReadNotAllowed] = "Give the role its policies back: Update-SonraiCollectorRole -PolicyChoice SecurityAuditViewOnly.",
        [StsRegion] = "Give another -Region, or switch STS on for this one in the account settings of IAM.",
        [NotTested] = "Run the same command again.",
    };

    /// <summary>What to do about a blocker.</summary>
    internal static string RemedyOf(string blocker) => _remedies[blocker];

    /// <summary>Which blocker a denial of the role speaks of; null where AWS does not say which policy decided.</summary>
    internal static string? OfRole(AccessDenial denial) => denial.Policy switch
    {
        DenyingPolicy.ServiceControlPolicy => ScpDenied,
        DenyingPolicy.ResourceControlPolicy => RcpDenied,
        DenyingPolicy.PermissionsBoundary => BoundaryDenied,
        DenyingPolicy.SessionPolicy or DenyingPolicy.EndpointPolicy => CallerRestricted,
        DenyingPolicy.IdentityPolicy => CallerNotAllowed,
        DenyingPolicy.ResourcePolicy => TrustMismatch,
        _ => null,
    };

    /// <summary>Which blocker a denial speaks of that the assumed role met.</summary>
    internal static string OfRead(AccessDenial denial) =>
        OfRole(denial) is { } blocker and (ScpDenied or RcpDenied or BoundaryDenied or CallerRestricted) ? blocker : ReadNotAllowed;
}
