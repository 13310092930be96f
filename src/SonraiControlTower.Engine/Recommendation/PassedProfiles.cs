namespace SonraiControlTower.Engine;

/// <summary>
/// Which roles were handed on with instance profiles. A record of RunInstances names the profile, and IAM asks whether the role in it may be passed
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html">roles for EC2</see>).
/// </summary>
internal sealed class PassedProfiles(Estate estate, ActionCatalog catalog)
{
    private readonly int _passRole = catalog.Find("iam:PassRole");
    private readonly Lazy<Dictionary<string, string>> _roles = new(() => estate.Principals
        .SelectMany(role => role.InstanceProfileArns.Select(profile => (profile, role.Arn)))
        .DistinctBy(pair => pair.profile, StringComparer.Ordinal)
        .ToDictionary(pair => pair.profile, pair => pair.Arn, StringComparer.Ordinal));

    /// <summary>The same with roles in the place of profiles. A profile that is not known stays; with it nothing can be narrowed.</summary>
    public PrincipalUsage? Resolve(PrincipalUsage? usage)
    {
        if (usage is null || !usage.Actions.TryGetValue(_passRole, out var use) || !use.Resources.Any(IsProfile))
        {
            return usage;
        }

        var resources = use.Resources.Select(arn => _roles.Value.GetValueOrDefault(arn, arn)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return usage with { Actions = new Dictionary<int, ActionUse>(usage.Actions) { [_passRole] = use with { Resources = [.. resources] } } };
    }

    private static bool IsProfile(string arn) => arn.Contains(":instance-profile/", StringComparison.Ordinal);
}
