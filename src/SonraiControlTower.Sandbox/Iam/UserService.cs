namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: IAM's users and their groups.</summary>
internal sealed class UserService(LandingZone zone)
{
    public IamUser? Get(Caller caller, string name)
    {
        Demand(caller, "iam:GetUser", name);
        return Of(caller).User(name)?.ToIamUser();
    }

    public IamUser Create(Caller caller, NewUser user)
    {
        var iam = Of(caller);
        zone.Authorizer.Demand(caller, "iam:CreateUser", iam.Arn("user", user.Path, user.Name));
        if (iam.User(user.Name) is not null)
        {
            throw new AwsFault("EntityAlreadyExists", $"User with name {user.Name} already exists.");
        }

        DemandBoundary(iam, user.PermissionsBoundaryArn);
        IamRefusals.DemandTags("TagsPerUser", [], user.Tags);
        var made = iam.AddUser(user.Name, user.Path, zone.Agenda.Now);
        made.BoundaryArn = user.PermissionsBoundaryArn;
        foreach (var (key, value) in user.Tags)
        {
            made.Tags[key] = value;
        }

        return made.ToIamUser();
    }

    public void Delete(Caller caller, string name)
    {
        var user = Find(caller, "iam:DeleteUser", name);
        if (user.Attached.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must detach all policies first.");
        }

        if (user.Inline.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must delete policies first.");
        }

        if (user.Groups.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must remove users from group first.");
        }

        if (user.HasPassword)
        {
            throw IamRefusals.InUse("Cannot delete entity, must delete login profile first.");
        }

        if (user.AccessKeys.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must delete access keys first.");
        }

        if (user.MfaDevices.Count + user.SigningCertificates.Count + user.SshPublicKeys.Count + user.ServiceSpecificCredentials.Count > 0)
        {
            throw IamRefusals.InUse("Cannot delete entity, must delete MFA devices, certificates, keys and credentials first.");
        }

        Of(caller).Remove(user);
    }

    public void SetBoundary(Caller caller, string name, string policyArn)
    {
        var user = Find(caller, "iam:PutUserPermissionsBoundary", name);
        DemandBoundary(Of(caller), policyArn);
        user.BoundaryArn = policyArn;
    }

    public IReadOnlyList<string> ListGroups(Caller caller, string name) => [.. Find(caller, "iam:ListGroupsForUser", name).Groups];

    public void AddToGroup(Caller caller, string name, string groupName)
    {
        DemandGroup(caller, "iam:AddUserToGroup", groupName);
        (Of(caller).User(name) ?? throw IamRefusals.NoIdentity(IamIdentity.User(name))).Groups.Add(groupName);
    }

    public void RemoveFromGroup(Caller caller, string name, string groupName)
    {
        DemandGroup(caller, "iam:RemoveUserFromGroup", groupName);
        (Of(caller).User(name) ?? throw IamRefusals.NoIdentity(IamIdentity.User(name))).Groups.Remove(groupName);
    }

    /// <summary>The user, if the caller may do this to it.</summary>
    public UserState Find(Caller caller, string action, string name)
    {
        Demand(caller, action, name);
        return Of(caller).User(name) ?? throw IamRefusals.NoIdentity(IamIdentity.User(name));
    }

    private void DemandGroup(Caller caller, string action, string groupName)
    {
        var group = Of(caller).Find(IamIdentity.Group(groupName));
        zone.Authorizer.Demand(caller, action, group?.Arn ?? Of(caller).Arn("group", "/", groupName));
        if (group is null)
        {
            throw IamRefusals.NoIdentity(IamIdentity.Group(groupName));
        }
    }

    private static void DemandBoundary(AccountIam iam, string? policyArn)
    {
        if (policyArn is not null && !iam.HasPolicy(policyArn))
        {
            throw IamRefusals.NoBoundary(policyArn);
        }
    }

    private AccountIam Of(Caller caller) => zone.Iam.Of(caller.Account);

    private void Demand(Caller caller, string action, string name) =>
        zone.Authorizer.Demand(caller, action, Of(caller).User(name)?.Arn ?? Of(caller).Arn("user", "/", name));
}
