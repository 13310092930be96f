namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary><see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Policy.html">Policy</see>.</summary>
internal sealed record WirePolicy(string Content);

/// <summary><see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html">PolicySummary</see>.</summary>
internal sealed record WirePolicySummary(string Id, string Name, string Type, bool AwsManaged = false);

/// <summary>
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicyTargetSummary.html">PolicyTargetSummary</see>.
/// </summary>
internal sealed record WireTarget(string TargetId);
