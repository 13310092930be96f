using static SonraiControlTower.Sandbox.SampleAccounts;

namespace SonraiControlTower.Sandbox;

/// <content>The accounts that serve the others.</content>
internal static partial class Households
{
    private static Household Managing(AccountId account) => new(
        [],
        [
            PermissionSets.Role(account, "OrganizationAdmin") with
            {
                Managed = ["AdministratorAccess"],
                Habits = [new("organizations:ListAccounts", "", 8), new("organizations:DescribeOrganization", "", 6), new("ce:GetCostAndUsage", "", 5), new("health:DescribeEvents", "", 3), new("billingconsole:AWSPaymentPortalService.GetPaymentsDue", "", 2)],
            },
            PermissionSets.Role(account, "Billing") with { Managed = ["job-function/Billing"], Habits = [new("ce:GetCostAndUsage", "", 8), new("billingconsole:GetBillingNotifications", "", 4)] },
        ]);

    private static Household Auditing(AccountId account) => new(
        [],
        [
            Programs.Function("finding-forwarder", Need.Queue(account, "findings", "ReceiveMessage DeleteMessage"), Need.Topic(account, "security-findings")),
            PermissionSets.Role(account, "SecurityEngineer") with
            {
                Managed = ["SecurityAudit", "CloudWatchReadOnlyAccess"],
                Habits =
                [
                    new("guardduty:ListDetectors", "", 5), new("guardduty:ListFindings", "d1", 9), new("securityhub:GetFindings", "", 9),
                    new("cloudtrail:LookupEvents", "", 6), new("cloudtrail:DescribeTrails", "", 3),
                ],
            },
        ]);

    private static Household Archiving(AccountId account) => new(
        [],
        [
            Programs.Function("log-retention", Need.Bucket("larkmoor-log-index", "GetObject PutObject ListObjects", times: 6)),
            PermissionSets.Role(account, "LogReader") with
            {
                Inline = [Grants.Inline("AwsSSOInlinePolicy", new Grant("Logs", "s3:GetObject s3:ListBucket athena:StartQueryExecution athena:GetQueryExecution athena:GetQueryResults glue:GetTable"))],
                Habits = [new("athena:StartQueryExecution", "primary", 6), new("athena:GetQueryExecution", "primary", 6), new("athena:GetQueryResults", "primary", 5), new("glue:GetTable", "trail", 4)],
            },
        ]);

    private static Household Sharing(AccountId account) => new(
        [],
        [
            Inhabitant.Role("BreakGlassAdmin", Trust.Principals($"arn:aws:iam::{Identity}:root", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""")) with
            {
                AgeDays = 1_600, Managed = ["AdministratorAccess"],
            },
            Programs.Function("patch-report", Need.Bucket("larkmoor-patch-reports", "PutObject", "weekly/", 6), Need.Topic(account, "patch-report", 3)),
            Programs.Instance("artifact-mirror", Need.Bucket("larkmoor-artifacts", "GetObject PutObject ListObjects", "mirror/", 12)),
            Inhabitant.Role("chatops", Trust.Service("lambda.amazonaws.com")) with
            {
                AgeDays = 450,
                Managed = ["service-role/AWSLambdaBasicExecutionRole", "CloudWatchReadOnlyAccess"],
                Inline = [Grants.Inline("operate", new Grant("Machines", "ec2:*"), new Grant("Logs", "logs:StartQuery logs:GetQueryResults"))],
                Habits = [new("ec2:DescribeInstances", "", 20), new("ec2:StartInstances", "5a2e0d4c9b17f6e38", 4), new("logs:StartQuery", "/aws/lambda/service", 8), new("monitoring:DescribeAlarms", "larkmoor", 14)],
            },
            PermissionSets.Role(account, "PlatformAdmin") with { Managed = ["AdministratorAccess"], Habits = [new("ec2:DescribeVpcs", "", 6), new("iam:ListRoles", "", 5), new("cloudformation:ListStacks", "", 6), new("s3:CreateBucket", "larkmoor-artifacts-new", 1)] },
            ServiceLinked.Scaling,
        ]);

    private static Household Identifying(AccountId account) => new(
        [],
        [
            Inhabitant.Group("identity-admins") with { AgeDays = 1_500, Managed = ["IAMFullAccess"] },
            Inhabitant.Group("readers") with { AgeDays = 1_500, Managed = ["IAMReadOnlyAccess"] },
            Inhabitant.User("maren.oduya") with
            {
                AgeDays = 1_500, Groups = ["identity-admins", "readers"],
                Habits =
                [
                    new("iam:ListUsers", "", 8), new("iam:ListAccessKeys", "tomas.brandt", 5), new("iam:GenerateCredentialReport", "", 4),
                    Habit.Assumes(DataProd, "DataPlatformAdminRole", "maren", 6),
                ],
                Inline = [Grants.Inline("assume", new Grant("Platform", "sts:AssumeRole", SampleAccounts.Role(DataProd, "DataPlatformAdminRole")))],
            },
            Inhabitant.User("tomas.brandt") with { AgeDays = 900, Groups = ["readers"], Habits = [new("iam:ListRoles", "", 5), new("iam:CreateAccessKey", "maren.oduya", 1) { Error = CallError.Denied }] },
            Programs.Function("joiner-leaver", new Need("Users", "iam:ListUsers iam:ListAccessKeys", "tomas.brandt", "*", 6)),
        ]);

    private static Household Networking(AccountId account) => new(
        [],
        [
            PermissionSets.Role(account, "NetworkEngineer") with
            {
                Managed = ["job-function/NetworkAdministrator"],
                Habits = [new("ec2:DescribeTransitGateways", "", 8), new("ec2:DescribeVpcs", "", 8), new("ec2:DescribeSubnets", "", 6), new("ec2:CreateRoute", "4f1c9a7b", 3), new("ec2:AuthorizeSecurityGroupIngress", "7c0d2e1f", 2)],
            },
            Programs.Function("flow-log-check", new Need("Network", "ec2:DescribeVpcs ec2:DescribeSubnets ec2:DescribeNetworkInterfaces", "", "*", 8)),
            Programs.Instance("egress-proxy", Need.Bucket("larkmoor-proxy-config", "GetObject", times: 6)),
            ServiceLinked.Scaling,
        ]);

    private static Household Naming(AccountId account) => new(
        [],
        [
            Programs.Function("dns-sync", new Need("Zone", "route53:ChangeResourceRecordSets", "Z0LARKMOOR123", "arn:aws:route53:::hostedzone/Z0LARKMOOR123", 8), new Need("Zones", "route53:ListHostedZones", "", "*", 6)),

            // Everything in Route 53, and it never changes a thing.
            Inhabitant.Role("dns-dashboard", Trust.Service("ecs-tasks.amazonaws.com")) with { AgeDays = 400, Managed = ["AmazonRoute53FullAccess"], Habits = [new("route53:ListHostedZones", "", 14)] },
            PermissionSets.Engineer(account, "Network", new Habit("route53:ListHostedZones", "", 2) { Error = CallError.Denied }),
        ]);

    private static Household Building(AccountId account) => new(
        [
            new NewPolicy
            {
                Name = "deploy-everything",
                Path = "/ci/",
                Document = Grants.Document(
                    new Grant("Images", "ecr:*"),
                    new Grant("Services", "ecs:* cloudformation:* lambda:*"),
                    new Grant("Roles", "iam:PassRole iam:CreateRole iam:AttachRolePolicy iam:PutRolePolicy"),
                    new Grant("Artifacts", "s3:*")),
            },
            Grants.Policy("release-targets", new Grant("Targets", "sts:AssumeRole", "arn:aws:iam::*:role/larkmoor-deploy") { Condition = """{"StringEquals":{"aws:ResourceOrgID":"o-exampleorgid"}}""" }),
        ],
        [
            Inhabitant.User("ci-deployer") with
            {
                AgeDays = 1_700,
                Managed = ["deploy-everything"],
                Habits =
                [
                    new("ecr:GetAuthorizationToken", "", 30), new("ecr:BatchCheckLayerAvailability", "booking-api", 12), new("ecr:InitiateLayerUpload", "booking-api", 12),
                    new("ecr:UploadLayerPart", "booking-api", 12), new("ecr:CompleteLayerUpload", "booking-api", 12), new("ecr:PutImage", "booking-api", 12),
                    new("ecs:RegisterTaskDefinition", "booking-api|booking-api-task|booking-api-execution", 8) { DaysAgo = (90, 10) },
                ],
            },

            // The pipeline that took its place: it passes what it must, where it must.
            Programs.Of("github-release", Trust.GitHub(account, "releases"), new Need("Images", "ecr:PutImage ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:BatchCheckLayerAvailability", "booking-api", $"arn:aws:ecr:eu-west-1:{account}:repository/*", 8), new Need("Login", "ecr:GetAuthorizationToken", "", "*", 10)) with
            {
                Managed = ["release-targets"],
                Habits =
                [
                    new("ecr:GetAuthorizationToken", "", 10), new("ecr:PutImage", "booking-api", 8), new("ecr:InitiateLayerUpload", "booking-api", 8),
                    new("ecr:UploadLayerPart", "booking-api", 8), new("ecr:CompleteLayerUpload", "booking-api", 8), new("ecr:BatchCheckLayerAvailability", "booking-api", 8),
                    .. new[] { BookingApiProd, BookingWebProd, BookingTest, TrackingProd, TrackingTest, BillingProd, BillingTest }
                        .Select(target => Habit.Assumes(target, "larkmoor-deploy", "release", 4)),
                ],
            },
            Inhabitant.Role("build-runner", Trust.Service("ec2.amazonaws.com")) with
            {
                AgeDays = 600,
                HasInstanceProfile = true,
                Managed = ["AmazonSSMManagedInstanceCore", "AmazonEC2ContainerRegistryPowerUser"],
                Inline = [Grants.Inline("runner", new Grant("Artifacts", "s3:GetObject s3:PutObject", "arn:aws:s3:::larkmoor-build-artifacts/*"), new Grant("Machines", "ec2:RunInstances ec2:DescribeInstances"), new Grant("Roles", "iam:PassRole"))],
                Habits =
                [
                    new("s3:GetObject", "larkmoor-build-artifacts|", 30), new("s3:PutObject", "larkmoor-build-artifacts|", 30), new("ecr:BatchGetImage", "booking-api", 12),
                    new("ecr:GetAuthorizationToken", "", 12), new("ec2:RunInstances", "b1d7c05ef2|build-runner", 6), new("ec2:DescribeInstances", "", 10), new("ssm:UpdateInstanceInformation", "b1d7c05ef2", 10),
                ],
            },
            PermissionSets.Role(account, "BuildEngineer") with { Managed = ["PowerUserAccess"], Habits = [new("ecr:BatchGetImage", "booking-api", 5), new("logs:DescribeLogGroups", "/build", 6), new("ec2:DescribeInstances", "", 6), new("iam:CreateRole", "experiment", 1) { Error = CallError.Denied }] },
            ServiceLinked.Scaling,
        ]);

    private static Household BackingUp(AccountId account) => new(
        [],
        [
            Inhabitant.Role("backup-service", Trust.Service("backup.amazonaws.com")) with
            {
                AgeDays = 1_000, Managed = ["service-role/AWSBackupServiceRolePolicyForBackup"],
                Habits = [new("dynamodb:DescribeTable", "bookings", 8), new("rds:DescribeDBInstances", "ledger", 6), new("rds:CreateDBSnapshot", "ledger", 6)],
            },
            Programs.Function("backup-scheduler", new Need("Jobs", "backup:StartBackupJob backup:ListBackupJobs", "central|backup-service", "*", 8)) with
            {
                Inline = [Grants.Inline("permissions", new Grant("Jobs", "backup:StartBackupJob backup:ListBackupJobs"), new Grant("Role", "iam:PassRole", SampleAccounts.Role(account, "backup-service")))],
            },
            PermissionSets.Engineer(account, "Platform"),
        ]);

    private static Household PlatformPlayground(AccountId account) => new(
        [],
        [
            PermissionSets.Role(account, "Playground") with { Managed = ["AdministratorAccess"], Habits = [new("ec2:RunInstances", "9d0e1f2a|playground-instance", 3), new("s3:CreateBucket", "larkmoor-playground", 2), new("ec2:DescribeInstances", "", 6), new("iam:CreateRole", "try-out", 2) { Error = new("EntityAlreadyExistsException", "Role with name try-out already exists.") }] },
            Programs.Instance("playground"),
            Inhabitant.Role("old-proof-of-concept", Trust.Service("ec2.amazonaws.com")) with
            {
                AgeDays = 1_300,
                Managed = ["AmazonEC2FullAccess", "AmazonS3FullAccess", "SecretsManagerReadWrite"],
                Inline = [EverythingTried],
            },
            Inhabitant.Role("new-proof-of-concept", Trust.Service("lambda.amazonaws.com")) with { AgeDays = 5, Managed = ["AWSLambda_FullAccess"], Habits = [new("lambda:ListFunctions20150331", "", 4) { DaysAgo = (4, 0) }] },
        ]);

    // Hardly another statement fits: the inline policies of a role are 10,240 signs together at most.
    private static InlinePolicy EverythingTried { get; } = Grants.Inline(
        "everything-tried",
        Enumerable.Range(1, 83).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:D2}"))
            .Select(number => new Grant($"Trial{number}", "s3:GetObject s3:PutObject", $"arn:aws:s3:::larkmoor-trial-{number}/*")));

    private static Household DataPlayground(AccountId account) => new(
        [Grants.Policy("playground-data", new Grant("Data", "s3:GetObject s3:ListBucket athena:* glue:GetTable glue:GetTables"))],
        [
            PermissionSets.Role(account, "Playground") with { Managed = ["PowerUserAccess"], Habits = [new("athena:StartQueryExecution", "primary", 6), new("s3:ListBuckets", "", 4), new("kms:ListAliases", "", 2)] },
            Programs.Of("notebook", Trust.Service("sagemaker.amazonaws.com"), Need.Bucket("larkmoor-notebooks", "GetObject PutObject ListObjects")) with { Managed = ["playground-data"] },

            // It has as many policies as a user can have, and shares one of them.
            Inhabitant.User("kaggle-import") with
            {
                AgeDays = 700,
                Managed =
                [
                    "AmazonS3FullAccess", "playground-data", "AmazonS3ReadOnlyAccess", "AmazonAthenaFullAccess", "AmazonDynamoDBFullAccess",
                    "AmazonKinesisFullAccess", "AmazonSQSFullAccess", "AWSLambda_FullAccess", "CloudWatchReadOnlyAccess", "IAMUserChangePassword",
                ],
                Habits = [new("s3:PutObject", "larkmoor-notebooks|import/", 6) { DaysAgo = (90, 60) }],
            },
        ]);
}
