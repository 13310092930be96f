using static SonraiControlTower.Sandbox.SampleAccounts;

namespace SonraiControlTower.Sandbox;

/// <content>The booking service, and the two accounts that came with Harbourline.</content>
internal static partial class Households
{
    private static Household BookingApi(AccountId account) => new(
        [
            Grants.Policy(
                "booking-api-wide",
                new Grant("Bookings", "dynamodb:*", $"arn:aws:dynamodb:eu-west-1:{account}:table/*"),
                new Grant("Documents", "s3:*"),
                new Grant("Keys", "kms:*"),
                new Grant("Roles", "iam:PassRole iam:GetRole iam:AttachRolePolicy")),
        ],
        [
            Inhabitant.Role("BookingApiProdRole", Trust.Service("ecs-tasks.amazonaws.com")) with
            {
                AgeDays = 1_400,
                Managed = ["booking-api-wide"],
                Inline = [Grants.Inline("legacy-export", new Grant("Export", "sqs:*", $"arn:aws:sqs:eu-west-1:{account}:booking-export"))],
                Tags = new Dictionary<string, string> { ["service"] = "booking-api", ["team"] = "booking" },
                Habits =
                [
                    new("dynamodb:GetItem", "bookings", 60), new("dynamodb:Query", "bookings", 40), new("dynamodb:UpdateItem", "bookings", 30),
                    new("dynamodb:PutItem", "bookings", 25), new("s3:GetObject", "larkmoor-booking-documents|", 30), new("s3:HeadObject", "larkmoor-booking-documents|", 12),
                    new("s3:PutObject", "larkmoor-booking-documents|", 15), new("kms:Decrypt", Need.KeyId(account, "bookings"), 20),
                    new("kms:GenerateDataKey", Need.KeyId(account, "bookings"), 10),
                ],
            },
            Programs.TaskExecution("booking-api-execution", "booking-api"),
            Programs.Function("booking-expiry", Need.Table(account, "bookings", "Query UpdateItem"), Need.Topic(account, "booking-expired")),
            Programs.Function("booking-mailer", Need.Queue(account, "booking-mail", "ReceiveMessage DeleteMessage"), Need.Secret(account, "booking/mail")),
            Programs.Function("booking-search-indexer", Need.Table(account, "bookings", "Query"), Need.Key(account, "bookings")),
            PermissionSets.Engineer(account, "Booking", new Habit("s3:ListBuckets", "", 2) { Error = CallError.Denied }),
            Deployer(account, "booking-api", "booking-workers"),
            StackService,
            ServiceLinked.Containers,
        ]);

    private static Household BookingWeb(AccountId account) => new(
        [
            Grants.Policy(
                "AllSafeProdAccess",
                new Grant("Site", "s3:* cloudfront:*"),
                new Grant("Keys", "kms:*"),
                new Grant("Sessions", "dynamodb:*", $"arn:aws:dynamodb:eu-west-1:{account}:table/*"),
                new Grant("Secrets", "secretsmanager:GetSecretValue secretsmanager:PutSecretValue secretsmanager:ListSecrets"),
                new Grant("Identities", "iam:PassRole iam:CreateAccessKey iam:CreateUser iam:AttachUserPolicy iam:CreatePolicyVersion iam:GetRole iam:ListRoles"),
                new Grant("Functions", "lambda:CreateFunction lambda:UpdateFunctionCode lambda:InvokeFunction lambda:GetFunction"),
                new Grant("Machines", "ec2:RunInstances ec2:StopInstances ec2:TerminateInstances ec2:DescribeInstances")),
        ],
        [
            Inhabitant.Role("AllSafeProdRole", Trust.Service("ecs-tasks.amazonaws.com")) with
            {
                AgeDays = 900,
                Managed = ["AllSafeProdAccess", "AmazonSQSFullAccess"],
                Inline = [Grants.Inline("monitoring", new Grant("Alarms", "cloudwatch:DescribeAlarms cloudwatch:PutMetricAlarm cloudwatch:DeleteAlarms cloudwatch:SetAlarmState"))],
                Tags = new Dictionary<string, string> { ["service"] = "booking-web", ["team"] = "booking" },
                Habits =
                [
                    new("s3:GetObject", "larkmoor-booking-web|assets/", 50), new("s3:ListObjects", "larkmoor-booking-web|assets/", 12),
                    new("kms:Decrypt", Need.KeyId(account, "web"), 20), new("dynamodb:GetItem", "web-sessions", 45), new("dynamodb:PutItem", "web-sessions", 30),
                    new("secretsmanager:GetSecretValue", "booking-web/session", 10), new("lambda:Invoke", "price-quote", 22),
                    new("lambda:CreateFunction20150331", "price-quote-canary|price-quote-role", 2) { DaysAgo = (70, 30) },
                    new("sqs:SendMessage", "web-events", 35), new("monitoring:DescribeAlarms", "booking-web", 6),
                    new("iam:CreateRole", "web-probe", 2) { Error = CallError.Denied },
                ],
            },
            Programs.TaskExecution("booking-web-execution", "booking-web"),
            Programs.Function("price-quote", Need.Table(account, "tariffs", "GetItem Query"), Need.Secret(account, "booking-web/rates")),
            Programs.Function("sitemap", Need.Bucket("larkmoor-booking-web", "PutObject ListObjects", "sitemap/", 4)),
            PermissionSets.Engineer(account, "Booking"),
            Deployer(account, "booking-web"),
            StackService,
            ServiceLinked.Containers,
        ]);

    private static Household BookingTesting(AccountId account) => new(
        [],
        [
            Inhabitant.Role("BookingLegacyBatchRole", Trust.Service("ec2.amazonaws.com")) with { AgeDays = 2_000 },
            Programs.Task("booking-api", Need.Table(account, "bookings", "GetItem PutItem UpdateItem Query", 6), Need.Bucket("larkmoor-booking-test", "GetObject PutObject", times: 5)),
            Programs.TaskExecution("booking-api-execution", "booking-api"),
            Programs.Function("booking-expiry", Need.Table(account, "bookings", "Query UpdateItem", 4)),
            Programs.Function("load-test", Need.Function(account, "booking-expiry", 10), Need.Queue(account, "load", "SendMessage")) with
            {
                Managed = ["service-role/AWSLambdaBasicExecutionRole", "AmazonDynamoDBFullAccess"],
            },
            PermissionSets.Engineer(account, "Booking", new Habit("ssm:StartSession", "b00c1e57", 3)),
            Deployer(account, "booking-api"),
            StackService,
        ]);

    // What came with the company that was bought: people with keys, and a role that a consultant left open to everybody.
    private static Household Harbourline(AccountId account) => new(
        [Grants.Policy("hl-operations", new Grant("Everything", "ec2:* s3:* rds:* iam:PassRole iam:CreateRole iam:PutRolePolicy"))],
        [
            Inhabitant.Group("hl-admins") with { Managed = ["AdministratorAccess"], AgeDays = 1_100 },
            Inhabitant.Group("hl-operators") with { Managed = ["hl-operations"], AgeDays = 1_100 },
            Inhabitant.User("hl.kowalski") with
            {
                AgeDays = 1_100, Groups = ["hl-admins"],
                Habits = [new("ec2:DescribeInstances", "", 5), new("iam:GetUser", "hl.kowalski", 3), new("s3:ListBuckets", "", 3)],
            },
            Inhabitant.User("hl.brandt") with
            {
                AgeDays = 1_050, Groups = ["hl-operators"], Managed = ["IAMUserChangePassword"],
                Habits = [new("ec2:DescribeInstances", "", 6), new("ec2:StartInstances", "ab91c04d7e2f6035a", 4), new("ec2:StopInstances", "ab91c04d7e2f6035a", 4), new("iam:ChangePassword", "hl.brandt", 1)],
            },
            Inhabitant.User("hl.former") with { AgeDays = 1_100, Groups = ["hl-operators"] },
            Inhabitant.Role("HarbourlinePartnerUpload", Trust.Anyone) with
            {
                AgeDays = 1_000,
                Inline = [Grants.Inline("upload", new Grant("Upload", "s3:PutObject s3:GetObject", "arn:aws:s3:::harbourline-partner-uploads/*"))],
                Habits = [new("s3:PutObject", "harbourline-partner-uploads|in/", 10)],
            },
            Programs.Instance("hl-booking", Need.Bucket("harbourline-bookings", "GetObject PutObject ListObjects"), Need.Secret(account, "harbourline/db")),
            ServiceLinked.Scaling,
        ]);

    private static Household HarbourlineImports(AccountId account) => new(
        [Grants.Policy("harbourline-import", new Grant("Manifests", "s3:*"), new Grant("Queue", "sqs:*"), new Grant("Roles", "iam:PassRole"))],
        [
            Inhabitant.Role("HarbourlineImportRole", Trust.Principals($"arn:aws:iam::{HarbourlineBookings}:root")) with
            {
                AgeDays = 1_000, Managed = ["harbourline-import"],
            },
            Inhabitant.User("hl.importer") with
            {
                AgeDays = 1_000,
                Inline = [Grants.Inline("import", new Grant("Import", "s3:GetObject s3:ListBucket", "arn:aws:s3:::harbourline-manifests arn:aws:s3:::harbourline-manifests/*"))],
                Habits = [new("s3:GetObject", "harbourline-manifests|", 12), new("s3:ListObjects", "harbourline-manifests|", 6)],
            },
        ]);
}
