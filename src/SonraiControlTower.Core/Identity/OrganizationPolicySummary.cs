namespace SonraiControlTower;

/// <summary>
/// A policy of an organization without what it says
/// (<see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html">PolicySummary</see>).
/// </summary>
/// <param name="Id"><c>p-…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">A word of <see cref="OrganizationPolicyType"/>.</param>
/// <param name="IsAwsManaged">True for AWS's own, such as FullAWSAccess.</param>
public sealed record OrganizationPolicySummary(string Id, string Name, string Type, bool IsAwsManaged)
{
    public override string ToString() => $"{Name} ({Id})";
}

/// <summary>The types of an organization's policies that decide what is allowed.</summary>
public static class OrganizationPolicyType
{
    /// <summary>What the principals of accounts may do.</summary>
    public const string ServiceControl = "SERVICE_CONTROL_POLICY";

    /// <summary>What may be done with the resources of accounts.</summary>
    public const string ResourceControl = "RESOURCE_CONTROL_POLICY";
}
