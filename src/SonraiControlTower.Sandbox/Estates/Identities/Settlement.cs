namespace SonraiControlTower.Sandbox;

/// <summary>Lets the inhabitants of an account move into its IAM.</summary>
internal static class Settlement
{
    public static void Settle(AccountIam iam, Household household, LandingZone zone, DateTimeOffset since)
    {
        foreach (var policy in household.Policies)
        {
            iam.AddPolicy(policy, since);
        }

        // Users come after the groups that they are in.
        foreach (var inhabitant in household.Inhabitants.OrderBy(one => one.Identity.Kind == IamKind.User))
        {
            MoveIn(iam, inhabitant, zone.Calendar, CreatedAt(inhabitant, zone.OpenedAt, since));
        }
    }

    /// <summary>When somebody was made: never before the account was.</summary>
    public static DateTimeOffset CreatedAt(Inhabitant inhabitant, DateTimeOffset openedAt, DateTimeOffset since)
    {
        var own = openedAt.AddDays(-inhabitant.AgeDays);
        return own > since ? own : since;
    }

    private static void MoveIn(AccountIam iam, Inhabitant inhabitant, Calendar calendar, DateTimeOffset createdAt)
    {
        var state = Made(iam, inhabitant, calendar, createdAt);
        foreach (var name in inhabitant.Managed)
        {
            state.Attach(iam.PolicyNamed(name)?.Arn ?? iam.AwsPolicyArn(name));
        }

        foreach (var policy in inhabitant.Inline)
        {
            state.Inline.Add(policy.Name, policy.Document);
        }

        foreach (var (key, value) in inhabitant.Tags)
        {
            state.Tags.Add(key, value);
        }

        state.Groups.UnionWith(inhabitant.Groups);
        state.BoundaryArn = inhabitant.Boundary is { } boundary ? iam.PolicyNamed(boundary)!.Arn : null;
    }

    private static IdentityState Made(AccountIam iam, Inhabitant inhabitant, Calendar calendar, DateTimeOffset createdAt)
    {
        var (name, path) = (inhabitant.Identity.Name, inhabitant.Path);
        if (inhabitant.Trust is not { } trust)
        {
            return inhabitant.Identity.Kind == IamKind.User ? User(iam, inhabitant, calendar, createdAt) : iam.AddGroup(name, path, createdAt);
        }

        var role = iam.AddRole(name, path, createdAt);
        role.SetTrust(trust.Document, createdAt, TimeSpan.Zero);
        role.InstanceProfileArns = inhabitant.HasInstanceProfile ? [iam.Arn("instance-profile", "/", name)] : [];
        iam.InstanceProfileArns.UnionWith(role.InstanceProfileArns);
        if (calendar.LastOf(iam.Account, inhabitant, createdAt) is { } last)
        {
            role.Use(last, "eu-west-1");
        }

        return role;
    }

    /// <summary>
    /// Every user has an access key, the one that its calls are recorded with; people, who are in groups, have a password and an MFA device besides.
    /// </summary>
    private static UserState User(AccountIam iam, Inhabitant inhabitant, Calendar calendar, DateTimeOffset createdAt)
    {
        var user = iam.AddUser(inhabitant.Identity.Name, inhabitant.Path, createdAt);
        user.AccessKeys.Add(new(new AccessKey(UserState.KeyId(user.Arn), IsActive: true, createdAt), calendar.LastOf(iam.Account, inhabitant, createdAt)));
        if (inhabitant.Groups.Count > 0)
        {
            user.HasPassword = true;
            user.PasswordLastUsedAt = SignIns.LastOf(iam.Account, user.Name, calendar);
            user.MfaDevices.Add(iam.Arn("mfa", "/", user.Name));
        }

        return user;
    }
}
