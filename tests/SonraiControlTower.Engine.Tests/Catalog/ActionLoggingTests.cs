namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class ActionLoggingTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;

    [Theory]
    [InlineData("iam:CreateUser")]
    [InlineData("ec2:RunInstances")]
    [InlineData("s3:PutBucketPolicy")]
    [InlineData("s3:ListAllMyBuckets")]
    [InlineData("s3:GetEncryptionConfiguration")]
    [InlineData("kms:Decrypt")]
    [InlineData("cloudwatch:DescribeAlarms")]
    [InlineData("tag:GetResources")]
    [InlineData("apigateway:GET")]
    [InlineData("budgets:ViewBudget")]
    [InlineData("cassandra:Create")]
    public void A_management_event_shows(string action)
    {
        Logging(action).ShouldBe(Engine.Logging.ManagementEvent);
    }

    [Theory]
    [InlineData("s3:GetObject")]
    [InlineData("s3:PutObject")]
    [InlineData("s3:ListBucket")]
    [InlineData("s3:GetObjectVersion")]
    [InlineData("lambda:InvokeFunction")]
    [InlineData("dynamodb:Query")]
    [InlineData("dynamodb:PartiQLSelect")]
    [InlineData("sqs:ReceiveMessage")]
    [InlineData("sns:Publish")]
    [InlineData("kinesis:PutRecords")]
    [InlineData("s3express:CreateSession")]
    [InlineData("cognito-identity:GetCredentialsForIdentity")]
    public void A_data_event_shows(string action)
    {
        Logging(action).ShouldBe(Engine.Logging.DataEvent);
    }

    [Theory]
    [InlineData("rds-db:connect")]
    [InlineData("execute-api:Invoke")]
    [InlineData("logs:PutLogEvents")]
    [InlineData("kafka-cluster:ReadData")]
    [InlineData("s3:ReplicateObject")]
    [InlineData("elasticfilesystem:ClientMount")]
    [InlineData("aws-portal:ViewBilling")]
    [InlineData("eks:AccessKubernetesApi")]
    public void No_event_shows(string action)
    {
        Logging(action).ShouldBe(Engine.Logging.NotLogged);
    }

    [Fact]
    public void The_handing_on_of_a_role_is_shown_by_the_calls_that_do_it()
    {
        Logging("iam:PassRole").ShouldBe(Engine.Logging.ManagementEvent);
    }

    [Fact]
    public void Some_nine_of_ten_actions_are_shown()
    {
        var shown = Enumerable.Range(0, _catalog.Count).GroupBy(action => _catalog[action].Logging).ToDictionary(group => group.Key, group => group.Count());

        shown[Engine.Logging.NotLogged].ShouldBeInRange(2000, 3000);
        shown[Engine.Logging.DataEvent].ShouldBeInRange(300, 500);
    }

    private static Logging Logging(string action) => _catalog[_catalog.Find(action)].Logging;
}
