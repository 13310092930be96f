namespace SonraiControlTower.Sandbox;

/// <content>What holds data: buckets, tables, queues, streams, keys and secrets, and what looks for something in them.</content>
internal static partial class Calls
{
    private const string InBucket = """{"bucketName":"{0}","Host":"{0}.s3.{region}.amazonaws.com","key":"{1}{hex}"}""";
    private const string OfBucket = """{"bucketName":"{0}","Host":"{0}.s3.{region}.amazonaws.com"}""";
    private const string OnTable = """{"tableName":"{0}","key":{"pk":"{hex}"}}""";
    private const string OnQueue = """{"queueUrl":"https://sqs.{region}.amazonaws.com/{account}/{0}"}""";
    private const string BucketType = "AWS::S3::Bucket ";
    private const string KeyArn = "arn:aws:kms:{region}:{account}:key/{0}";

    private static IEnumerable<Call> Storage =>
    [
        Object(Read("s3", "GetObject", InBucket)),
        Object(Read("s3", "HeadObject", InBucket, "s3:GetObject")),
        Object(Write("s3", "PutObject", InBucket)) with { Response = """{"x-amz-server-side-encryption":"AES256"}""" },
        Object(Write("s3", "DeleteObject", InBucket)),
        Bucket(Read("s3", "ListObjects", """{"list-type":"2","bucketName":"{0}","prefix":"{1}","Host":"{0}.s3.{region}.amazonaws.com"}""", "s3:ListBucket")) with { IsData = true },
        Read("s3", "ListBuckets", """{"Host":"s3.{region}.amazonaws.com"}""", "s3:ListAllMyBuckets"),
        Bucket(Read("s3", "GetBucketPolicy", OfBucket)),
        Bucket(Read("s3", "GetBucketLocation", OfBucket)),
        Bucket(Read("s3", "GetBucketEncryption", OfBucket, "s3:GetEncryptionConfiguration")),
        Bucket(Write("s3", "PutBucketPolicy", """{"bucketName":"{0}","Host":"{0}.s3.{region}.amazonaws.com","bucketPolicy":{"Version":"2012-10-17","Statement":[]}}""")),
        Bucket(Write("s3", "CreateBucket", """{"CreateBucketConfiguration":{"LocationConstraint":"{region}"},"bucketName":"{0}","Host":"s3.{region}.amazonaws.com"}""")),

        Table(Read("dynamodb", "GetItem", OnTable)),
        Table(Read("dynamodb", "Query", """{"tableName":"{0}","keyConditionExpression":"pk = :pk","limit":50}""")),
        Table(Write("dynamodb", "PutItem", """{"tableName":"{0}","key":{"pk":"{hex}"},"items":["pk","sk","payload"]}""")),
        Table(Write("dynamodb", "UpdateItem", """{"tableName":"{0}","key":{"pk":"{hex}"},"updateExpression":"SET #s = :s"}""")),
        Table(Write("dynamodb", "DeleteItem", OnTable)),
        Table(Read("dynamodb", "DescribeTable", """{"tableName":"{0}"}""")) with { IsData = false },

        Queue(Write("sqs", "SendMessage", """{"queueUrl":"https://sqs.{region}.amazonaws.com/{account}/{0}","messageBody":"HIDDEN_DUE_TO_SECURITY_REASONS"}""")),
        Queue(Write("sqs", "ReceiveMessage", """{"queueUrl":"https://sqs.{region}.amazonaws.com/{account}/{0}","maxNumberOfMessages":10}""")),
        Queue(Write("sqs", "DeleteMessage", """{"queueUrl":"https://sqs.{region}.amazonaws.com/{account}/{0}","receiptHandle":"AQEB{hex}{hex}"}""")),
        Queue(Read("sqs", "GetQueueAttributes", OnQueue)) with { IsData = false },
        Write("sns", "Publish", """{"topicArn":"arn:aws:sns:{region}:{account}:{0}","message":"HIDDEN_DUE_TO_SECURITY_REASONS"}""") with
        {
            IsData = true,
            Response = """{"messageId":"{uuid}"}""",
            Resources = ["AWS::SNS::Topic arn:aws:sns:{region}:{account}:{0}"],
            Target = "arn:aws:sns:{region}:{account}:{0}",
        },
        Stream(Write("kinesis", "PutRecords", """{"streamName":"{0}","records":[{"partitionKey":"{hex}"}]}""")),
        Stream(Read("kinesis", "DescribeStreamSummary", """{"streamName":"{0}"}""")) with { IsData = false },

        Key(Read("kms", "Decrypt", """{"encryptionContext":{"service":"{account}"},"keyId":"arn:aws:kms:{region}:{account}:key/{0}","encryptionAlgorithm":"SYMMETRIC_DEFAULT"}""")),
        Key(Read("kms", "GenerateDataKey", """{"keyId":"arn:aws:kms:{region}:{account}:key/{0}","keySpec":"AES_256"}""")),
        Key(Read("kms", "DescribeKey", """{"keyId":"arn:aws:kms:{region}:{account}:key/{0}"}""")),
        Read("kms", "ListAliases", "null"),
        Secret(Read("secretsmanager", "GetSecretValue", """{"secretId":"{0}"}""")),
        Secret(Read("secretsmanager", "DescribeSecret", """{"secretId":"{0}"}""")),
        Read("secretsmanager", "ListSecrets", "null"),
        Read("ssm", "GetParameter", """{"name":"{0}","withDecryption":true}""") with { Target = "arn:aws:ssm:{region}:{account}:parameter{0}" },

        Read("glue", "GetTable", """{"databaseName":"{0}","name":"shipments"}"""),
        Read("glue", "GetDatabase", """{"name":"{0}"}"""),
        Read("glue", "GetPartitions", """{"databaseName":"{0}","tableName":"shipments","maxResults":1000}"""),
        Write("glue", "BatchCreatePartition", """{"databaseName":"{0}","tableName":"shipments","partitionInputList":[{"values":["{hex}"]}]}""") with { Response = "{}" },
        Write("athena", "StartQueryExecution", """{"queryString":"***OMITTED***","clientRequestToken":"{uuid}","queryExecutionContext":{"database":"freight"},"workGroup":"{0}"}""") with
        {
            Response = """{"queryExecutionId":"{uuid}"}""",
            Target = "arn:aws:athena:{region}:{account}:workgroup/{0}",
        },
        Read("athena", "GetQueryExecution", """{"queryExecutionId":"{uuid}"}"""),
        Read("athena", "GetQueryResults", """{"queryExecutionId":"{uuid}","maxResults":1000}"""),
        Read("rds", "DescribeDBInstances", """{"dBInstanceIdentifier":"{0}"}"""),
        Write("rds", "CreateDBSnapshot", """{"dBSnapshotIdentifier":"{0}-{hex}","dBInstanceIdentifier":"{0}"}"""),
    ];

    private static Call Object(Call call) => call with
    {
        IsData = true,
        Resources = ["AWS::S3::Object arn:aws:s3:::{0}/{1}{hex}", $"{BucketType}arn:aws:s3:::{{0}}"],
        Target = "arn:aws:s3:::{0}/{1}{hex}",
    };

    private static Call Bucket(Call call) => call with { Resources = [$"{BucketType}arn:aws:s3:::{{0}}"], Target = "arn:aws:s3:::{0}" };

    private static Call Table(Call call) => On("AWS::DynamoDB::Table", "arn:aws:dynamodb:{region}:{account}:table/{0}", call) with { IsData = true };

    private static Call Queue(Call call) => On("AWS::SQS::Queue", "arn:aws:sqs:{region}:{account}:{0}", call) with { IsData = true };

    private static Call Stream(Call call) => On("AWS::Kinesis::Stream", "arn:aws:kinesis:{region}:{account}:stream/{0}", call) with { IsData = true };

    private static Call Key(Call call) => On("AWS::KMS::Key", KeyArn, call);

    private static Call Secret(Call call) => call with { Target = "arn:aws:secretsmanager:{region}:{account}:secret:{0}" };

    private static Call On(string type, string arn, Call call) => call with { Resources = [$"{type} {arn}"], Target = arn };
}
