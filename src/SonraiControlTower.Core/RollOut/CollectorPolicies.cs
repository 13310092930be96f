namespace SonraiControlTower;

/// <summary>AWS's managed policies behind the words of <see cref="CollectorPolicy"/>.</summary>
internal static class CollectorPolicies
{
    /// <summary>The policy embedded in the role that lets it decrypt trails, as the template calls it.</summary>
    public const string DecryptTrails = nameof(DecryptTrails);

    /// <summary>The policies of a choice, by ARN.</summary>
    public static IReadOnlyList<string> Of(string choice, string partition) => choice == CollectorPolicy.ReadOnlyAccess
        ? [$"arn:{partition}:iam::aws:policy/ReadOnlyAccess"]
        : [$"arn:{partition}:iam::aws:policy/SecurityAudit", $"arn:{partition}:iam::aws:policy/job-function/ViewOnlyAccess"];
}
