using static SonraiControlTower.Sandbox.SampleAccounts;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Who lives in the accounts of the sample estate, and what they do: a made-up freight company where most programs have what they need, some
/// people have what was handy once, and a few roles are forgotten.
/// </summary>
internal static partial class Households
{
    private static readonly Dictionary<AccountId, Func<AccountId, Household>> _all = new()
    {
        [Management] = Managing,
        [Audit] = Auditing,
        [LogArchive] = Archiving,
        [SharedServices] = Sharing,
        [Identity] = Identifying,
        [NetworkHub] = Networking,
        [Dns] = Naming,
        [Build] = Building,
        [BackupVault] = BackingUp,
        [DataProd] = Data,
        [DataTest] = DataTesting,
        [BookingApiProd] = BookingApi,
        [BookingWebProd] = BookingWeb,
        [BookingTest] = BookingTesting,
        [TrackingProd] = Tracking,
        [TelemetryProd] = Telemetry,
        [TrackingTest] = TrackingTesting,
        [RoutePlannerDev] = RoutePlanning,
        [BillingProd] = Billing,
        [BillingTest] = BillingTesting,
        [HarbourlineBookings] = Harbourline,
        [HarbourlineData] = HarbourlineImports,
        [SandboxPlatform] = PlatformPlayground,
        [SandboxData] = DataPlayground,
    };

    /// <summary>The accounts that somebody lives in.</summary>
    public static IEnumerable<AccountId> Accounts => _all.Keys;

    /// <summary>Who lives in an account; nobody in one that is not of the sample estate.</summary>
    public static Household Of(AccountId account) => _all.TryGetValue(account, out var household)
        ? household(account).With([.. ServiceLinked.Everywhere, PermissionSets.Viewer(account), PermissionSets.Auditor(account)])
        : Household.Empty;

    /// <summary>The role that releases come through, which the build account's takes on.</summary>
    private static Inhabitant Deployer(AccountId account, params string[] stacks) => Inhabitant.Role("larkmoor-deploy", Trust.Principals(SampleAccounts.Role(Build, "github-release"))) with
    {
        Inline =
        [
            Grants.Inline(
                "deploy",
                new Grant(
                    "Stacks",
                    "cloudformation:CreateChangeSet cloudformation:DescribeChangeSet cloudformation:DescribeStackEvents cloudformation:DescribeStacks cloudformation:ExecuteChangeSet",
                    string.Join(' ', stacks.Select(stack => $"arn:aws:cloudformation:eu-west-1:{account}:stack/{stack}/*"))),
                new Grant("Role", "iam:PassRole", SampleAccounts.Role(account, "cloudformation-service"))
                {
                    Condition = """{"StringEquals":{"iam:PassedToService":"cloudformation.amazonaws.com"}}""",
                }),
        ],
        Habits =
        [
            .. stacks.SelectMany(stack => (Habit[])
            [
                new("cloudformation:CreateChangeSet", $"{stack}|cloudformation-service", 4), new("cloudformation:DescribeChangeSet", stack, 5),
                new("cloudformation:ExecuteChangeSet", stack, 4), new("cloudformation:DescribeStacks", stack, 6), new("cloudformation:DescribeStackEvents", stack, 6),
            ]),
        ],
    };

    /// <summary>The role that CloudFormation makes an account's programs with.</summary>
    private static Inhabitant StackService => Programs.Of(
        "cloudformation-service",
        Trust.Service("cloudformation.amazonaws.com"),
        new Need("Roles", "iam:GetRole iam:CreateRole iam:PutRolePolicy", "service-role", "arn:aws:iam::*:role/*", 3),
        new Need("Functions", "lambda:GetFunction20150331v2 lambda:UpdateFunctionCode20150331v2", "service", "arn:aws:lambda:eu-west-1:*:function:*", 5),
        new Need("Services", "ecs:UpdateService ecs:DescribeServices", "service", "*", 4));
}
