namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: which roles the instance profiles of EC2 carry.</summary>
internal sealed class InstanceProfileService(LandingZone zone)
{
    private const string Service = "ec2.amazonaws.com";

    public IReadOnlyList<string> List(Caller caller, string roleName)
    {
        var iam = zone.Iam.Of(caller.Account);
        var role = iam.Role(roleName);
        zone.Authorizer.Demand(caller, "iam:ListInstanceProfilesForRole", role?.Arn ?? iam.Arn("role", "/", roleName));
        return [.. (role ?? throw IamRefusals.NoRole(roleName)).InstanceProfileArns.Select(arn => arn[(arn.LastIndexOf('/') + 1)..])];
    }

    /// <summary>
    /// A role that machines are to run with must be allowed to be passed to them
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html">AddRoleToInstanceProfile</see>).
    /// </summary>
    public void Add(Caller caller, string profileName, string roleName)
    {
        var (iam, arn, role) = Find(caller, "iam:AddRoleToInstanceProfile", profileName, roleName);
        zone.Authorizer.Demand(caller, "iam:PassRole", role.Arn, ("iam:PassedToService", Service));
        if (iam.Roles.Any(other => other.InstanceProfileArns.Contains(arn)))
        {
            throw IamRefusals.Quota("InstanceSessionsPerInstanceProfile", 1);
        }

        role.InstanceProfileArns = [.. role.InstanceProfileArns, arn];
    }

    public void Remove(Caller caller, string profileName, string roleName)
    {
        var (_, arn, role) = Find(caller, "iam:RemoveRoleFromInstanceProfile", profileName, roleName);
        if (!role.InstanceProfileArns.Contains(arn))
        {
            throw IamRefusals.NoRole(roleName);
        }

        role.InstanceProfileArns = [.. role.InstanceProfileArns.Where(other => other != arn)];
    }

    private (AccountIam Iam, string Arn, RoleState Role) Find(Caller caller, string action, string profileName, string roleName)
    {
        var iam = zone.Iam.Of(caller.Account);
        var known = iam.InstanceProfileArns.FirstOrDefault(arn => arn.EndsWith($"/{profileName}", StringComparison.OrdinalIgnoreCase));
        zone.Authorizer.Demand(caller, action, known ?? iam.Arn("instance-profile", "/", profileName));
        if (known is null)
        {
            throw new AwsFault("NoSuchEntity", $"Instance Profile {profileName} cannot be found.");
        }

        var role = iam.Role(roleName) ?? throw IamRefusals.NoRole(roleName);
        return role.IsServiceLinked ? throw IamRefusals.Unmodifiable(roleName) : (iam, known, role);
    }
}
