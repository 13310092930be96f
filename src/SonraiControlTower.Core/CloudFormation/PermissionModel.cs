namespace SonraiControlTower;

/// <summary>
/// With whose rights a stack set works in the members. Source:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html">StackSets concepts</see>.
/// </summary>
public static class PermissionModel
{
    /// <summary>With two roles that stand in the accounts, as Control Tower's do. Accounts are named one by one.</summary>
    public const string SelfManaged = "SELF_MANAGED";

    /// <summary>With roles that AWS Organizations makes. Organizational units are named; the management account is never among them.</summary>
    public const string ServiceManaged = "SERVICE_MANAGED";
}

/// <summary>Whether accounts that come to a unit get the stack of a service-managed set by themselves.</summary>
/// <param name="Enabled">True if they do.</param>
/// <param name="RetainStacksOnAccountRemoval">True if an account that leaves the unit keeps its stack.</param>
public sealed record AutoDeployment(bool Enabled, bool RetainStacksOnAccountRemoval);
