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
        var arn = iam.Arn("user", user.Path, user.Name);
        zone.Authorizer.Demand(caller, "iam:CreateUser", arn, ("iam:PermissionsBoundary", user.PermissionsBoundaryArn));
        zone.Authorizer.DemandTagging(caller, "iam:TagUser", arn, user.Tags);
        if (iam.User(user.Name) is not null)
        {
            throw new AwsFault("EntityAlreadyExists", $"User with name {user.Name} already exists.");
        }

        if (iam.Users.Count >= IamRefusals.MostUsers)
        {
            throw IamRefusals.Quota("UsersPerAccount", IamRefusals.MostUsers);
        }

        iam.DemandBoundary(user.PermissionsBoundaryArn);
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
        if (Left(user) is { } left)
        {
            throw IamRefusals.InUse($"Cannot delete entity, must {left} first.");
        }

        Of(caller).Remove(user);
    }

    public void SetBoundary(Caller caller, string name, string policyArn)
    {
        var user = Find(caller, "iam:PutUserPermissionsBoundary", name);
        Of(caller).DemandBoundary(policyArn);
        user.BoundaryArn = policyArn;
    }

    public IReadOnlyList<string> ListGroups(Caller caller, string name) => [.. Find(caller, "iam:ListGroupsForUser", name).Groups];

    public void AddToGroup(Caller caller, string name, string groupName)
    {
        var (user, group) = Membership(caller, "iam:AddUserToGroup", name, groupName);
        if (user.Groups.Count >= IamRefusals.MostGroupsOfUser && !user.Groups.Contains(group.Name))
        {
            throw IamRefusals.Quota("GroupsPerUser", IamRefusals.MostGroupsOfUser);
        }

        user.Groups.Add(group.Name);
    }

    public void RemoveFromGroup(Caller caller, string name, string groupName)
    {
        var (user, group) = Membership(caller, "iam:RemoveUserFromGroup", name, groupName);
        user.Groups.Remove(group.Name);
    }

    /// <summary>The user, if the caller may do this to it.</summary>
    public UserState Find(Caller caller, string action, string name)
    {
        Demand(caller, action, name);
        return Of(caller).User(name) ?? throw IamRefusals.NoIdentity(IamIdentity.User(name));
    }

    /// <exception cref="AwsFault">AccessDenied, whether there is such a user or not.</exception>
    public void Demand(Caller caller, string action, string name) =>
        zone.Authorizer.Demand(caller, action, Of(caller).User(name)?.Arn ?? Of(caller).Arn("user", "/", name));

    /// <summary>What must go before the user can: the boundary and the tags need not.</summary>
    private static string? Left(UserState user) => user switch
    {
        { Attached.Count: > 0 } => "detach all policies",
        { Inline.Count: > 0 } => "delete policies",
        { Groups.Count: > 0 } => "remove users from group",
        { HasPassword: true } => "delete login profile",
        { AccessKeys.Count: > 0 } => "delete access keys",
        { MfaDevices.Count: > 0 } => "delete MFA device",
        { SigningCertificates.Count: > 0 } => "delete signing certificates",
        { SshPublicKeys.Count: > 0 } => "delete SSH public keys",
        { ServiceSpecificCredentials.Count: > 0 } => "delete service specific credentials",
        _ => null,
    };

    private (UserState User, IdentityState Group) Membership(Caller caller, string action, string name, string groupName)
    {
        var (iam, wanted) = (Of(caller), IamIdentity.Group(groupName));
        var group = iam.Find(wanted);
        zone.Authorizer.Demand(caller, action, group?.Arn ?? iam.Arn("group", "/", groupName));
        return (iam.User(name) ?? throw IamRefusals.NoIdentity(IamIdentity.User(name)), group ?? throw IamRefusals.NoIdentity(wanted));
    }

    private AccountIam Of(Caller caller) => zone.Iam.Of(caller.Account);
}
