using static SonraiControlTower.Sandbox.SampleAccounts;

namespace SonraiControlTower.Sandbox;

/// <content>The data platform, and what invoices are written with.</content>
internal static partial class Households
{
    private static Household Data(AccountId account) => new(
        [],
        [
            Inhabitant.Role("DataPlatformAdminRole", Trust.Principals($"arn:aws:iam::{Identity}:root")) with
            {
                AgeDays = 1_200,
                Managed = ["PowerUserAccess"],
                Habits =
                [
                    new("athena:StartQueryExecution", "reporting", 30), new("athena:GetQueryExecution", "reporting", 40), new("athena:GetQueryResults", "reporting", 25),
                    new("glue:GetTable", "freight", 20), new("glue:GetDatabase", "freight", 8), new("glue:GetPartitions", "freight", 15),
                    new("s3:GetObject", "larkmoor-freight-lake|shipments/", 25), new("s3:ListObjects", "larkmoor-freight-lake|shipments/", 8),
                ],
            },
            Programs.Of("freight-crawler", Trust.Service("glue.amazonaws.com"), Need.Bucket("larkmoor-freight-lake", "GetObject ListObjects", "shipments/", 14)) with { Managed = ["service-role/AWSGlueServiceRole"] },
            Programs.Of("freight-compaction", Trust.Service("glue.amazonaws.com"), Need.Bucket("larkmoor-freight-lake", "GetObject PutObject DeleteObject ListObjects", "shipments/", 12), Need.Key(account, "lake", "Decrypt GenerateDataKey")),
            Programs.Function("lake-notify", Need.Queue(account, "lake-events", "ReceiveMessage DeleteMessage"), Need.Topic(account, "lake-ready")),
            Programs.Of("partner-share", Trust.Principals("arn:aws:iam::999988887777:root", """{"StringEquals":{"sts:ExternalId":"larkmoor-4711"}}"""), Need.Bucket("larkmoor-partner-share", "GetObject ListObjects", "out/", 6)),
            PermissionSets.Role(account, "DataAnalyst") with
            {
                Managed = ["AmazonAthenaFullAccess", "AmazonS3ReadOnlyAccess"],
                Habits = [new("athena:StartQueryExecution", "primary", 12), new("athena:GetQueryResults", "primary", 12), new("s3:ListBuckets", "", 4), new("glue:GetTable", "freight", 8)],
            },
            PermissionSets.Engineer(account, "Data"),
            StackService,
        ]);

    private static Household DataTesting(AccountId account) => new(
        [],
        [
            Inhabitant.User("legacy-reporting") with
            {
                AgeDays = 1_900,
                Managed = ["AmazonS3ReadOnlyAccess"],
                Habits = [new("s3:GetObject", "larkmoor-freight-test|reports/", 14), new("s3:ListObjects", "larkmoor-freight-test|reports/", 6)],
            },
            Programs.Of("freight-crawler", Trust.Service("glue.amazonaws.com"), Need.Bucket("larkmoor-freight-test", "GetObject ListObjects", times: 6)) with { Managed = ["service-role/AWSGlueServiceRole"] },
            Inhabitant.Role("freight-migration", Trust.Service("glue.amazonaws.com")) with { AgeDays = 700, Managed = ["AmazonS3FullAccess", "service-role/AWSGlueServiceRole"] },
            PermissionSets.Engineer(account, "Data"),
            StackService,
        ]);

    private static Household Billing(AccountId account) => new(
        [
            Grants.Policy(
                "billing-boundary",
                new Grant("Work", "s3:* dynamodb:* sqs:* kms:Decrypt kms:GenerateDataKey logs:* lambda:InvokeFunction secretsmanager:GetSecretValue"),
                new Grant("Never", "iam:* organizations:*") { IsDenied = true }),
        ],
        [
            Inhabitant.Group("billing-operators") with { AgeDays = 1_300, Managed = ["job-function/Billing"] },
            Inhabitant.User("ines.moreau") with { AgeDays = 1_300, Groups = ["billing-operators"], Habits = [new("ce:GetCostAndUsage", "", 12), new("billingconsole:GetBillingNotifications", "", 6)] },
            Inhabitant.User("jonas.weber") with { AgeDays = 650, Groups = ["billing-operators"], Habits = [new("ce:GetCostAndUsage", "", 7)] },

            // A boundary holds what its policies would give it.
            Inhabitant.Role("invoice-writer", Trust.Service("lambda.amazonaws.com")) with
            {
                AgeDays = 500,
                Managed = ["service-role/AWSLambdaBasicExecutionRole"],
                Boundary = "billing-boundary",
                Inline = [Grants.Inline("invoices", new Grant("Everything", "s3:* iam:CreateAccessKey iam:PassRole kms:*"))],
                Habits = [new("s3:PutObject", "larkmoor-invoices|2026/", 30), new("s3:GetObject", "larkmoor-invoices|templates/", 12), new("kms:GenerateDataKey", Need.KeyId(account, "invoices"), 14)],
            },
            Programs.Function("dunning", Need.Table(account, "invoices", "Query UpdateItem"), Need.Queue(account, "dunning-mail", "SendMessage")),
            Programs.Function("payment-import", Need.Bucket("larkmoor-payments", "GetObject ListObjects", "in/"), Need.Table(account, "invoices", "UpdateItem"), Need.Key(account, "invoices")),
            PermissionSets.Engineer(account, "Billing"),
            Deployer(account, "billing"),
            StackService,
        ]);

    private static Household BillingTesting(AccountId account) => new(
        [],
        [
            Programs.Function("invoice-writer", Need.Bucket("larkmoor-invoices-test", "GetObject PutObject", times: 4)),
            Programs.Function("dunning", Need.Table(account, "invoices", "Query UpdateItem", 4)),
            PermissionSets.Engineer(account, "Billing"),
            Deployer(account, "billing"),
            StackService,
        ]);
}
