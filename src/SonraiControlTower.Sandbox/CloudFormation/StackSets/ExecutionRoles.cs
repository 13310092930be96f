namespace SonraiControlTower.Sandbox;

/// <summary>
/// With whose rights StackSets works in an account
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html">self-managed</see>,
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-activate-trusted-access.html">service-managed</see>).
/// </summary>
internal sealed class ExecutionRoles(LandingZone zone)
{
    private const string Session = "StackSet";
    private const string DefaultAdministrationRole = "AWSCloudFormationStackSetAdministrationRole";

    private string Partition => zone.Organization.Partition;

    /// <summary>The role of a self-managed set in the administrator's account, which must let CloudFormation in.</summary>
    /// <exception cref="AwsFault">ValidationError.</exception>
    public RoleState Administration(StackSetState set)
    {
        var arn = set.AdministrationRoleArn is { } given ? RoleArn.Parse(given) : new RoleArn(Partition, set.Owner, DefaultAdministrationRole);
        return zone.Assumption.Try(Caller.CloudFormation(set.Owner), arn, externalId: null, Session) is ({ } role, null)
            ? role
            : throw StackSetRefusals.NoAdministrationRole(arn.ToString());
    }

    /// <summary>A session in the account; or why there is none, in AWS's words.</summary>
    public (Caller? Session, string? Reason) Enter(StackSetState set, AccountId account) =>
        set.IsServiceManaged ? (Caller.SessionOf(account, ServiceRole(account), Session, Partition), null) : EnterByRole(set, account);

    private (Caller? Session, string? Reason) EnterByRole(StackSetState set, AccountId account)
    {
        var administration = Administration(set);
        var path = zone.Has(account) ? zone.Iam.Of(account).Role(set.ExecutionRoleName)?.Path ?? "/" : "/";
        var arn = new RoleArn(Partition, account, set.ExecutionRoleName, path);
        var administrator = Caller.SessionOf(set.Owner, administration, Session, Partition);
        return zone.Assumption.Try(administrator, arn, externalId: null, Session) is ({ } role, null)
            ? (Caller.SessionOf(account, role, Session, Partition), null)
            : (null, $"Account {account} should have '{set.ExecutionRoleName}' role with trust relationship to Role '{administration.Path.TrimStart('/')}{administration.Name}'.");
    }

    // AWS makes this role in each member when it first works there.
    private RoleState ServiceRole(AccountId account)
    {
        var iam = zone.Iam.Of(account);
        var name = $"stacksets-exec-{StableId.Uuid(account.ToString(), Session).Replace("-", string.Empty, StringComparison.Ordinal)}";
        if (iam.Role(name) is not { } role)
        {
            role = iam.AddRole(name, "/", zone.Agenda.Now);
            role.SetTrust(
                new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"member.org.stacksets.cloudformation.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""),
                zone.Agenda.Now,
                TimeSpan.Zero);
            role.Attach(iam.AwsPolicyArn("AdministratorAccess"));
        }

        return role;
    }
}
