namespace SonraiControlTower.Sandbox;

/// <content>Where the lorries are, and where they should go.</content>
internal static partial class Households
{
    private static Household Tracking(AccountId account) => new(
        [],
        [
            Programs.Task("tracking-api", Need.Table(account, "positions", "GetItem Query"), Need.Stream(account, "positions", "DescribeStreamSummary", 4)),
            Programs.TaskExecution("tracking-execution", "tracking-api"),
            Programs.Function("geofence", Need.Table(account, "fences", "GetItem Query"), Need.Topic(account, "fence-crossed", 10)),
            Programs.Function("eta", Need.Table(account, "positions", "Query"), Need.Queue(account, "eta-updates", "SendMessage")),
            Programs.Function("customer-notify", Need.Queue(account, "eta-updates", "ReceiveMessage DeleteMessage"), Need.Secret(account, "tracking/sms")),
            Programs.Of("tracking-archive", Trust.Service("glue.amazonaws.com"), Need.Bucket("larkmoor-tracking-archive", "GetObject PutObject ListObjects")) with
            {
                Managed = ["service-role/AWSGlueServiceRole"],
                Habits = [new("s3:GetObject", "larkmoor-tracking-archive|", 12), new("s3:PutObject", "larkmoor-tracking-archive|", 12), new("glue:GetTable", "tracking", 6), new("glue:BatchCreatePartition", "tracking", 6)],
            },
            PermissionSets.Engineer(account, "Tracking"),
            Deployer(account, "tracking-api"),
            StackService,
            ServiceLinked.Containers,
        ]);

    private static Household Telemetry(AccountId account) => new(
        [],
        [
            Inhabitant.Role("TelemetryIngestRole", Trust.Service("ec2.amazonaws.com")) with
            {
                AgeDays = 800,
                HasInstanceProfile = true,
                Inline = [Grants.Inline("telemetry-ingest", new Grant("Streams", "kinesis:*"), new Grant("Raw", "s3:PutObject s3:GetObject s3:DeleteObject", "arn:aws:s3:::larkmoor-telemetry-raw/*"))],
                Habits = [new("kinesis:PutRecords", "positions", 70), new("kinesis:DescribeStreamSummary", "positions", 6)],
            },
            Programs.Instance("telemetry-gateway", Need.Stream(account, "positions", "PutRecords", 30), Need.Key(account, "telemetry", "GenerateDataKey")),
            Programs.Function("telemetry-clean", Need.Bucket("larkmoor-telemetry-raw", "GetObject DeleteObject", "raw/")),
            Programs.Function("telemetry-alert", Need.Topic(account, "vehicle-alert", 14), Need.Table(account, "vehicles", "GetItem")),
            PermissionSets.Engineer(account, "Tracking", new Habit("ssm:StartSession", "7e1e3e7a9c0d1b2f4", 4)),
            ServiceLinked.Scaling,
        ]);

    private static Household TrackingTesting(AccountId account) => new(
        [],
        [
            // Everything in Lambda, of which it needs two things.
            Inhabitant.Role("RouteplannerLambdaRole", Trust.Service("lambda.amazonaws.com")) with
            {
                AgeDays = 300,
                Inline = [Grants.Inline("route-planner-lambda", new Grant("Functions", "lambda:*"))],
                Habits = [new("lambda:Invoke", "route-planner", 30), new("lambda:GetFunctionConfiguration20150331v2", "route-planner", 6)],
            },

            // Its bucket was taken away long ago, and it still tries.
            Inhabitant.Role("tracking-report-mailer", Trust.Service("lambda.amazonaws.com")) with
            {
                AgeDays = 600,
                Managed = ["service-role/AWSLambdaBasicExecutionRole"],
                Inline = [Grants.Inline("reports", new Grant("Reports", "s3:GetObject s3:PutObject", "arn:aws:s3:::larkmoor-tracking-reports/*"))],
                Habits =
                [
                    new("s3:GetObject", "larkmoor-tracking-reports-old|daily/", 10) { Error = CallError.Denied },
                    new("s3:PutObject", "larkmoor-tracking-reports-old|daily/", 6) { Error = CallError.Denied },
                ],
            },
            Programs.Task("tracking-api", Need.Table(account, "positions", "GetItem Query", 5)),
            Programs.TaskExecution("tracking-execution", "tracking-api"),
            Programs.Function("geofence", Need.Table(account, "fences", "GetItem Query", 5)),
            Inhabitant.Role("tracking-old-etl", Trust.Service("glue.amazonaws.com")) with { AgeDays = 1_500, Managed = ["service-role/AWSGlueServiceRole", "AmazonS3FullAccess"] },
            PermissionSets.Engineer(account, "Tracking"),
            Deployer(account, "tracking-api"),
            StackService,
        ]);

    // The account has just been made, and all that is in it is as young.
    private static Household RoutePlanning(AccountId account) => new(
        [],
        [
            Inhabitant.Role("RouteplannerPreviewRole", Trust.Service("lambda.amazonaws.com")) with
            {
                Managed = ["service-role/AWSLambdaBasicExecutionRole", "AmazonS3FullAccess"],
                Inline = [Grants.Inline("preview", new Grant("Functions", "lambda:*"), new Grant("Roles", "iam:PassRole"))],
            },
            PermissionSets.Role(account, "TrackingEngineer") with { Managed = ["PowerUserAccess"] },
        ]);
}
