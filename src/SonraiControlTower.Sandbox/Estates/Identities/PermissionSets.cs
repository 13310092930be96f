namespace SonraiControlTower.Sandbox;

/// <summary>
/// The roles that people work with who sign on through IAM Identity Center; their name and path are those that it gives them
/// (<see href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">referencing permission sets</see>).
/// </summary>
internal static class PermissionSets
{
    private static readonly string[] _people = ["maren", "tomas", "ines", "jonas", "priya", "lukas", "aisha", "oskar"];

    /// <summary>Somebody who signs on, for a role and a number.</summary>
    public static string Person(string role, int number) =>
        $"{_people[StableId.Below(_people.Length, role, number.ToString(System.Globalization.CultureInfo.InvariantCulture))]}@example.com";

    public static Inhabitant Role(AccountId account, string set) => Inhabitant.Role(
        $"AWSReservedSSO_{set}_{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{account}{set}")).AsSpan(0, 8))}",
        Trust.SignOn(account)) with
    { Path = "/aws-reserved/sso.amazonaws.com/eu-west-1/" };

    /// <summary>Looks at everything, and into nothing.</summary>
    public static Inhabitant Viewer(AccountId account) => Role(account, "Viewer") with
    {
        Managed = ["job-function/ViewOnlyAccess"],
        Habits = [new("cloudformation:ListStacks", "", 3), new("ec2:DescribeInstances", "", 4), new("rds:DescribeDBInstances", "ledger", 3), new("iam:ListRoles", "", 1)],
    };

    /// <summary>The security team's.</summary>
    public static Inhabitant Auditor(AccountId account) => Role(account, "SecurityAuditor") with
    {
        Managed = ["SecurityAudit"],
        Habits =
        [
            new("iam:ListUsers", "", 1), new("iam:GetAccountSummary", "", 1), new("s3:ListBuckets", "", 2), new("config:DescribeConfigRules", "", 2),
            new("ec2:DescribeSecurityGroups", "", 3),
        ],
    };

    /// <summary>A team's own: it may do a lot, and looks after stacks and logs.</summary>
    public static Inhabitant Engineer(AccountId account, string team, params IEnumerable<Habit> more) => Role(account, $"{team}Engineer") with
    {
        Managed = ["CloudWatchReadOnlyAccess"],
        Inline =
        [
            Grants.Inline(
                "AwsSSOInlinePolicy",
                new Grant("Stacks", "cloudformation:Describe* cloudformation:Get* cloudformation:List*"),
                new Grant("Functions", "lambda:Get* lambda:List*"),
                new Grant("Services", "ecs:Describe* ecs:List* ec2:Describe*"),
                new Grant("Sessions", "ssm:StartSession ssm:TerminateSession", $"arn:aws:ec2:*:{account}:instance/* arn:aws:ssm:*:{account}:session/*")),
        ],
        Habits =
        [
            new("cloudformation:DescribeStacks", "service", 4), new("cloudformation:DescribeStackEvents", "service", 4), new("lambda:ListFunctions20150331", "", 3),
            new("logs:StartQuery", "/aws/lambda/service", 5), new("ecs:DescribeServices", "service", 3), .. more,
        ],
    };
}
