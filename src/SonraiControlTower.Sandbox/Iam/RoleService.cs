namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: IAM's roles.</summary>
internal sealed class RoleService(LandingZone zone)
{
    public RoleState? Get(Caller caller, string name)
    {
        Demand(caller, "iam:GetRole", name);
        return Of(caller).Role(name);
    }

    public RoleState Create(Caller caller, NewRole role)
    {
        var iam = Of(caller);
        var arn = iam.Arn("role", role.Path, role.Name);
        zone.Authorizer.Demand(caller, "iam:CreateRole", arn, ("iam:PermissionsBoundary", role.PermissionsBoundaryArn));
        zone.Authorizer.DemandTagging(caller, "iam:TagRole", arn, role.Tags);
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

        iam.DemandBoundary(role.PermissionsBoundaryArn);
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
        Of(caller).DemandBoundary(policyArn);
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

    /// <summary>The role, if the caller may do this to it and AWS has not made it for one of its services.</summary>
    public RoleState Modifiable(Caller caller, string action, string name)
    {
        Demand(caller, action, name);
        var role = Of(caller).Role(name) ?? throw IamRefusals.NoRole(name);
        return role.IsServiceLinked ? throw IamRefusals.Unmodifiable(name) : role;
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

    private static void SetTags(RoleState role, IReadOnlyDictionary<string, string> tags)
    {
        IamRefusals.DemandTags("TagsPerRole", role.Tags.Keys, tags);
        foreach (var (key, value) in tags)
        {
            role.Tags[key] = value;
        }
    }
}
