using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>IAM of every account, with what a landing zone of Control Tower finds in it from the beginning.</summary>
internal sealed class IamAccounts(LandingZone zone)
{
    public const string StackSetRole = "AWSControlTowerStackSetRole";
    public const string ExecutionRole = "AWSControlTowerExecution";
    private const string Access = "OrganizationAccountAccessRole";
    private const string Admin = "administrator";
    private const string CollectorRole = "sonrai-collector";
    private readonly Dictionary<AccountId, AccountIam> _accounts = [];

    private AccountId Management => AccountId.Parse(zone.Organization.ManagementAccountId);

    public AccountIam Of(AccountId account)
    {
        if (!_accounts.TryGetValue(account, out var iam))
        {
            _accounts.Add(account, iam = Furnish(new AccountIam(account, zone.Organization.Partition)));
        }

        return iam;
    }

    /// <summary>The user who asks where nobody in particular does.</summary>
    public Caller Administrator()
    {
        var user = Of(Management).Find(IamIdentity.User(Admin))!;
        return new Caller(Management, user.Arn, user.Arn, user.Identity, user.Id);
    }

    /// <summary>A session of the role that the collector has in its own account.</summary>
    public Caller Collector()
    {
        var account = zone.SecurityAccountId;
        return Caller.SessionOf(account, Of(account).Role(CollectorRole)!, "collector", zone.Organization.Partition);
    }

    /// <summary>Control Tower takes an account in: it gets the role that Control Tower works with.</summary>
    public void Enroll(AccountId account)
    {
        var iam = Of(account);
        if (iam.Role(ExecutionRole) is null)
        {
            Made(iam, ExecutionRole, "/", Trusted(Management), zone.Agenda.Now).Attach(iam.AwsPolicyArn("AdministratorAccess"));
        }
    }

    private AccountIam Furnish(AccountIam iam)
    {
        var member = zone.FindMember(iam.Account);
        var since = member?.Joined ?? zone.Agenda.Now;
        Settlement.Settle(iam, zone.HouseholdOf(iam.Account), zone, since);
        if (iam.Account == Management)
        {
            var admin = iam.AddUser(Admin, "/", since);
            admin.Attach(iam.AwsPolicyArn("AdministratorAccess"));
            admin.AccessKeys.Add(new(new AccessKey(UserState.KeyId(admin.Arn), IsActive: true, since), LastUsedAt: null));

            // https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html
            Made(iam, StackSetRole, "/service-role/", """{"Service":"cloudformation.amazonaws.com"}""", since)
                .Inline["AWSControlTowerStackSetRolePolicy"] = Allowing("sts:AssumeRole", $"arn:*:iam::*:role/{ExecutionRole}");
            return iam;
        }

        var management = Trusted(Management);
        if (member?.IsEnrolled == true)
        {
            Made(iam, ExecutionRole, "/", management, since).Attach(iam.AwsPolicyArn("AdministratorAccess"));
        }

        // Organizations makes it in the accounts that it creates:
        // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html
        if (member?.JoinedMethod == "CREATED")
        {
            Made(iam, Access, "/", management, since).Attach(iam.AwsPolicyArn("AdministratorAccess"));
        }

        if (iam.Account == zone.SecurityAccountId)
        {
            Made(iam, CollectorRole, "/", """{"Service":"ec2.amazonaws.com"}""", since).Inline["assume"] = Allowing("sts:AssumeRole", "*");
        }

        return iam;
    }

    private string Trusted(AccountId account) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"AWS":"arn:{{zone.Organization.Partition}}:iam::{{account}}:root"}""");

    private static RoleState Made(AccountIam iam, string name, string path, string principal, DateTimeOffset since)
    {
        var role = iam.AddRole(name, path, since);
        role.SetTrust(
            new PolicyDocument($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}]}"""),
            since,
            TimeSpan.Zero);
        return role;
    }

    private static PolicyDocument Allowing(string action, string resource) =>
        new($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}]}""");
}
