namespace SonraiControlTower;

/// <summary>
/// The policies that an organization puts above its accounts, and where they hang
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</see>).
/// </summary>
public sealed record OrganizationPolicies
{
    /// <summary><c>o-…</c>.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The management account: neither kind of policy has any effect on it.</summary>
    public required AccountId ManagementAccount { get; init; }

    /// <summary>The parent of each organizational unit and account by its id: <c>r-…</c>, <c>ou-…</c>. A root has none.</summary>
    public required IReadOnlyDictionary<string, string> Parents { get; init; }

    /// <summary>Service control policies.</summary>
    public IReadOnlyList<OrganizationPolicy> ServiceControlPolicies { get; init; } = [];

    /// <summary>Resource control policies.</summary>
    public IReadOnlyList<OrganizationPolicy> ResourceControlPolicies { get; init; } = [];
}

/// <summary>A service control policy or resource control policy.</summary>
/// <param name="Id"><c>p-…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Document">What it says.</param>
/// <param name="Targets">The ids of the root, the organizational units and the accounts that have it.</param>
public sealed record OrganizationPolicy(string Id, string Name, PolicyDocument Document, IReadOnlyList<string> Targets);
