namespace SonraiControlTower.TestKit;

/// <summary>A call as CloudTrail records it.</summary>
/// <param name="Source">The event source without <c>.amazonaws.com</c>.</param>
/// <param name="Name">The event's name.</param>
/// <param name="Action">The action of IAM that it asks for.</param>
/// <param name="Request">The request parameters as JSON, with places such as <c>{hex}</c>.</param>
internal sealed record EstateCall(string Source, string Name, string Action, string Request = "null")
{
    /// <summary>The resource's type and ARN, with places.</summary>
    public (string Type, string Arn)? Resource { get; init; }

    public bool IsData { get; init; }

    public bool IsWrite { get; init; }

    /// <summary>Of a thousand calls so many are refused.</summary>
    public int DeniedPerMille { get; init; }
}

/// <summary>What each kind of principal does.</summary>
internal static class EstateCalls
{
    private static readonly (string, string) _object = ("AWS::S3::Object", "arn:aws:s3:::data-{account}/in/{hex}.json");
    private static readonly (string, string) _table = ("AWS::DynamoDB::Table", "arn:aws:dynamodb:{region}:{account}:table/orders-{n}");
    private static readonly (string, string) _key = ("AWS::KMS::Key", "arn:aws:kms:{region}:{account}:key/0000{n}-1111-2222-3333-444455556666");
    private const string ObjectRequest = /*lang=json*/ """{"bucketName":"data-{account}","Host":"data-{account}.s3.{region}.amazonaws.com","key":"in/{hex}.json"}""";
    private const string TableRequest = /*lang=json*/ """{"tableName":"orders-{n}","key":{"pk":"{hex}"},"consistentRead":false}""";

    private static readonly EstateCall[] _function =
    [
        new("logs", "CreateLogStream", "logs:CreateLogStream", """{"logGroupName":"/aws/lambda/{name}","logStreamName":"2026/09/01/[$LATEST]{hex}"}""") { IsWrite = true },
        new("dynamodb", "GetItem", "dynamodb:GetItem", TableRequest) { Resource = _table, IsData = true, DeniedPerMille = 3 },
        new("dynamodb", "PutItem", "dynamodb:PutItem", TableRequest) { Resource = _table, IsData = true, IsWrite = true, DeniedPerMille = 3 },
        new("dynamodb", "Query", "dynamodb:Query", """{"tableName":"orders-{n}","keyConditionExpression":"pk = :p"}""") { Resource = _table, IsData = true },
        new("s3", "GetObject", "s3:GetObject", ObjectRequest) { Resource = _object, IsData = true, DeniedPerMille = 10 },
        new("s3", "HeadObject", "s3:GetObject", ObjectRequest) { Resource = _object, IsData = true, DeniedPerMille = 40 },
        new("s3", "PutObject", "s3:PutObject", ObjectRequest) { Resource = _object, IsData = true, IsWrite = true },
        new("kms", "Decrypt", "kms:Decrypt", """{"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}""") { Resource = _key },
        new("secretsmanager", "GetSecretValue", "secretsmanager:GetSecretValue", """{"secretId":"svc/{n}/db"}"""),
        new("sns", "PublishBatch", "sns:Publish", """{"topicArn":"arn:aws:sns:{region}:{account}:alerts-{n}"}""") { IsData = true, IsWrite = true },
    ];

    private static readonly EstateCall[] _server =
    [
        new("ssm", "UpdateInstanceInformation", "ssm:UpdateInstanceInformation", """{"instanceId":"i-{hex}","agentVersion":"3.3.40.0"}""") { IsWrite = true },
        new("ec2", "DescribeTags", "ec2:DescribeTags", """{"filterSet":{"items":[{"name":"resource-id","valueSet":{"items":[{"value":"i-{hex}"}]}}]}}"""),
        new("ec2", "DescribeInstances", "ec2:DescribeInstances", """{"instancesSet":{},"filterSet":{}}"""),
        new("s3", "ListObjects", "s3:ListBucket", """{"bucketName":"artifacts-{account}","prefix":"deploy/{n}/","list-type":"2"}""") { Resource = ("AWS::S3::Bucket", "arn:aws:s3:::artifacts-{account}"), IsData = true },
        new("s3", "GetObject", "s3:GetObject", """{"bucketName":"artifacts-{account}","key":"deploy/{n}/{hex}.tgz"}""") { Resource = ("AWS::S3::Object", "arn:aws:s3:::artifacts-{account}/deploy/{n}/{hex}.tgz"), IsData = true, DeniedPerMille = 10 },
        new("kms", "GenerateDataKey", "kms:GenerateDataKey", """{"numberOfBytes":64}""") { Resource = _key },
        new("logs", "CreateLogGroup", "logs:CreateLogGroup", """{"logGroupName":"/ec2/{name}"}""") { IsWrite = true, DeniedPerMille = 400 },
        new("sqs", "DeleteMessage", "sqs:DeleteMessage", """{"queueUrl":"https://sqs.{region}.amazonaws.com/{account}/q-{n}","receiptHandle":"AQEB{hex}{hex}"}""") { Resource = ("AWS::SQS::Queue", "arn:aws:sqs:{region}:{account}:q-{n}"), IsData = true, IsWrite = true },
    ];

    private static readonly EstateCall[] _build =
    [
        new("cloudformation", "DescribeStacks", "cloudformation:DescribeStacks", """{"stackName":"stack-{n}"}"""),
        new("cloudformation", "CreateChangeSet", "cloudformation:CreateChangeSet", """{"stackName":"stack-{n}","changeSetName":"cs-{hex}","capabilities":["CAPABILITY_IAM"]}""") { IsWrite = true },
        new("lambda", "UpdateFunctionCode20150331v2", "lambda:UpdateFunctionCode", """{"functionName":"fn-{n}","s3Bucket":"assets-{account}","s3Key":"{hex}.zip"}""") { IsWrite = true },
        new("lambda", "GetFunction20150331v2", "lambda:GetFunction", """{"functionName":"fn-{n}"}"""),
        new("iam", "GetRole", "iam:GetRole", """{"roleName":"app-{n}"}""") { DeniedPerMille = 50 },
        new("iam", "PutRolePolicy", "iam:PutRolePolicy", """{"roleName":"app-{n}","policyName":"p","policyDocument":"{\n \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\"], \"Resource\": \"arn:aws:s3:::b-{hex}/*\"}]\n}"}""") { IsWrite = true, DeniedPerMille = 20 },
        new("ecs", "UpdateService", "ecs:UpdateService", """{"cluster":"main","service":"svc-{n}","forceNewDeployment":true}""") { IsWrite = true },
        new("ecr", "GetAuthorizationToken", "ecr:GetAuthorizationToken"),
        new("sts", "AssumeRole", "sts:AssumeRole", """{"roleArn":"arn:aws:iam::{account}:role/build-0000","roleSessionName":"gh-{hex}"}"""),
    ];

    private static readonly EstateCall[] _person =
    [
        new("s3", "ListBuckets", "s3:ListAllMyBuckets", """{"Host":"s3.amazonaws.com"}"""),
        new("s3", "GetBucketEncryption", "s3:GetEncryptionConfiguration", """{"bucketName":"data-{account}","encryption":""}"""),
        new("s3", "GetBucketPolicy", "s3:GetBucketPolicy", """{"bucketName":"data-{account}","policy":""}""") { DeniedPerMille = 300 },
        new("monitoring", "DescribeAlarms", "cloudwatch:DescribeAlarms", """{"maxRecords":100}"""),
        new("iam", "ListRoles", "iam:ListRoles", """{"maxItems":1000}"""),
        new("iam", "CreateAccessKey", "iam:CreateAccessKey", """{"userName":"user-{n}"}""") { IsWrite = true, DeniedPerMille = 900 },
        new("rds", "DescribeDBInstances", "rds:DescribeDBInstances"),
        new("ssm", "StartSession", "ssm:StartSession", """{"target":"i-{hex}"}""") { IsWrite = true },
        new("athena", "StartQueryExecution", "athena:StartQueryExecution", """{"queryString":"***OMITTED***","workGroup":"wg-{n}"}""") { IsWrite = true },
    ];

    private static readonly EstateCall[] _service =
    [
        new("ec2", "DescribeInstanceStatus", "ec2:DescribeInstanceStatus", """{"instancesSet":{"items":[{"instanceId":"i-{hex}"}]},"includeAllInstances":true}"""),
        new("elasticloadbalancing", "DescribeTargetHealth", "elasticloadbalancing:DescribeTargetHealth", """{"targetGroupArn":"arn:aws:elasticloadbalancing:{region}:{account}:targetgroup/tg-{n}/{hex}"}"""),
    ];

    public static IReadOnlyList<EstateCall> Of(string kind) => kind switch
    {
        "function" => _function,
        "server" => _server,
        "build" => _build,
        "service" => _service,
        _ => _person,
    };
}
