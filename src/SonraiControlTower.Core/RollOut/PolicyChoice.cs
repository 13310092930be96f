namespace SonraiControlTower;

/// <summary>What the collector role may read; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class PolicyChoice
{
    /// <summary>AWS's SecurityAudit and ViewOnlyAccess: configuration and logs, and no data.</summary>
    public const string SecurityAuditViewOnly = nameof(SecurityAuditViewOnly);

    /// <summary>AWS's ReadOnlyAccess, as Sonrai's own integration has it; it also reads the data in an account's resources.</summary>
    public const string ReadOnlyAccess = nameof(ReadOnlyAccess);

    /// <summary>The managed policies of a choice, by ARN.</summary>
    internal static IReadOnlyList<string> PoliciesOf(string choice, string partition) => choice == ReadOnlyAccess
        ? [$"arn:{partition}:iam::aws:policy/ReadOnlyAccess"]
        : [$"arn:{partition}:iam::aws:policy/SecurityAudit", $"arn:{partition}:iam::aws:policy/job-function/ViewOnlyAccess"];
}
