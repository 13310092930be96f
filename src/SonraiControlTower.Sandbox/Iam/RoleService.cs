namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: IAM's roles.</summary>
internal sealed class RoleService(LandingZone zone)
{
    private const string ServiceLinked = "/aws-service-role/";

    public RoleState? Get(Caller caller, string name)
    {
        Demand(caller, "iam:GetRole", name);
        return Of(caller).Role(name);
    }

    public RoleState Create(Caller caller, NewRole role)
    {
        var iam = Of(caller);
        zone.Authorizer.Demand(caller, "iam:CreateRole", iam.Arn("role", role.Path, role.Name));
        PolicyGrammar.DemandTrustPolicy(role.TrustPolicy);
        DemandPrincipals(role.TrustPolicy);
        DemandSize(role.TrustPolicy);
        if (iam.Role(role.Name) is not null)
        {
            throw IamRefusals.RoleExists(role.Name);
        }

        if (iam.Roles.Count >= IamRefusals.MostRoles)
        {
            throw IamRefusals.Quota("RolesPerAccount", IamRefusals.MostRoles);
        }

        DemandBoundary(iam, role.PermissionsBoundaryArn);
        var made = iam.AddRole(role.Name, role.Path, zone.Agenda.Now);
        made.SetTrust(role.TrustPolicy, zone.Agenda.Now, zone.IamDelay);
        made.Description = role.Description;
        made.MaxSession = role.MaxSessionDuration ?? made.MaxSession;
        made.BoundaryArn = role.PermissionsBoundaryArn;
        SetTags(made, role.Tags);
        return made;
    }

    public void UpdateTrust(Caller caller, string name, PolicyDocument document)
    {
        var role = Modifiable(caller, "iam:UpdateAssumeRolePolicy", name);
        PolicyGrammar.DemandTrustPolicy(document);
        DemandPrincipals(document);
        DemandSize(document);
        role.SetTrust(document, zone.Agenda.Now, zone.IamDelay);
    }

    public void Update(Caller caller, string name, string? description, TimeSpan? maxSession)
    {
        var role = Modifiable(caller, "iam:UpdateRole", name);
        role.Description = description ?? role.Description;
        role.MaxSession = maxSession ?? role.MaxSession;
    }

    public void Tag(Caller caller, string name, IReadOnlyDictionary<string, string> tags) =>
        SetTags(Modifiable(caller, "iam:TagRole", name), tags);

    public void Untag(Caller caller, string name, IEnumerable<string> keys)
    {
        var role = Modifiable(caller, "iam:UntagRole", name);
        foreach (var key in keys)
        {
            role.Tags.Remove(key);
        }
    }

    public void SetBoundary(Caller caller, string name, string? policyArn)
    {
        var action = policyArn is null ? "iam:DeleteRolePermissionsBoundary" : "iam:PutRolePermissionsBoundary";
        var role = Modifiable(caller, action, name);
        DemandBoundary(Of(caller), policyArn);
        role.BoundaryArn = policyArn;
    }

    public void Delete(Caller caller, string name)
    {
        var role = Modifiable(caller, "iam:DeleteRole", name);
        if (role.Attached.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must detach all policies first.");
        }

        if (role.Inline.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must delete policies first.");
        }

        if (role.InstanceProfileArns.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must remove roles from instance profile first.");
        }

        Of(caller).Remove(role);
    }

    public IReadOnlyList<string> ListInstanceProfiles(Caller caller, string name)
    {
        Demand(caller, "iam:ListInstanceProfilesForRole", name);
        return [.. (Of(caller).Role(name) ?? throw IamRefusals.NoRole(name)).InstanceProfileArns.Select(arn => arn[(arn.LastIndexOf('/') + 1)..])];
    }

    public void AddToInstanceProfile(Caller caller, string profileName, string name)
    {
        var iam = Of(caller);
        var arn = iam.Arn("instance-profile", "/", profileName);
        zone.Authorizer.Demand(caller, "iam:AddRoleToInstanceProfile", arn);
        var role = iam.Role(name) ?? throw IamRefusals.NoRole(name);
        zone.Authorizer.Demand(caller, "iam:PassRole", role.Arn, ("iam:PassedToService", "ec2.amazonaws.com"));
        if (iam.Roles.Any(other => other.InstanceProfileArns.Contains(arn)))
        {
            throw IamRefusals.Quota("InstanceSessionsPerInstanceProfile", 1);
        }

        role.InstanceProfileArns = [.. role.InstanceProfileArns, arn];
    }

    public void RemoveFromInstanceProfile(Caller caller, string profileName, string name)
    {
        var arn = Of(caller).Arn("instance-profile", "/", profileName);
        zone.Authorizer.Demand(caller, "iam:RemoveRoleFromInstanceProfile", arn);
        var role = Of(caller).Role(name) ?? throw IamRefusals.NoRole(name);
        role.InstanceProfileArns = [.. role.InstanceProfileArns.Where(other => other != arn)];
    }

    /// <summary>The role, if the caller may do this to it and AWS has not made it for one of its services.</summary>
    public RoleState Modifiable(Caller caller, string action, string name)
    {
        Demand(caller, action, name);
        var role = Of(caller).Role(name) ?? throw IamRefusals.NoRole(name);
        return role.Path.StartsWith(ServiceLinked, StringComparison.Ordinal) ? throw IamRefusals.Unmodifiable(name) : role;
    }

    private AccountIam Of(Caller caller) => zone.Iam.Of(caller.Account);

    private void Demand(Caller caller, string action, string name) =>
        zone.Authorizer.Demand(caller, action, Of(caller).Role(name)?.Arn ?? Of(caller).Arn("role", "/", name));

    private void DemandPrincipals(PolicyDocument document)
    {
        if (ResourcePolicies.MissingPrincipal(zone, document) is { } arn)
        {
            throw new AwsFault("MalformedPolicyDocument", $"Invalid principal in policy: \"AWS\":\"{arn}\"");
        }
    }

    private static void DemandSize(PolicyDocument document)
    {
        if (PolicyGrammar.SizeOf(document) > IamRefusals.LongestTrust)
        {
            throw IamRefusals.Quota("ACLSizePerRole", IamRefusals.LongestTrust);
        }
    }

    private static void DemandBoundary(AccountIam iam, string? policyArn)
    {
        if (policyArn is not null && !iam.HasPolicy(policyArn))
        {
            throw IamRefusals.NoBoundary(policyArn);
        }
    }

    private static void SetTags(RoleState role, IReadOnlyDictionary<string, string> tags)
    {
        IamRefusals.DemandTags("TagsPerRole", role.Tags.Keys, tags);
        foreach (var (key, value) in tags)
        {
            role.Tags[key] = value;
        }
    }
}
