namespace SonraiControlTower.Sandbox;

/// <content>What brings programs to where they run: templates, images, and the roles that are taken on and handed on.</content>
internal static partial class Calls
{
    private const string StackArn = "arn:aws:cloudformation:{region}:{account}:stack/{0}/*";
    private const string RepositoryArn = "arn:aws:ecr:{region}:{account}:repository/{0}";

    private static IEnumerable<Call> Delivery =>
    [
        Stack(Write("cloudformation", "CreateChangeSet", """{"stackName":"{0}","changeSetName":"release-{hex}","capabilities":["CAPABILITY_IAM"],"changeSetType":"UPDATE","roleARN":"arn:aws:iam::{account}:role/{1}"}""")) with
        {
            Response = """{"id":"arn:aws:cloudformation:{region}:{account}:changeSet/release-{hex}/{uuid}","stackId":"arn:aws:cloudformation:{region}:{account}:stack/{0}/{uuid}"}""",
        },
        Stack(Write("cloudformation", "ExecuteChangeSet", """{"stackName":"{0}","changeSetName":"release-{hex}"}""")),
        Stack(Read("cloudformation", "DescribeChangeSet", """{"stackName":"{0}","changeSetName":"release-{hex}"}""")),
        Stack(Read("cloudformation", "DescribeStacks", """{"stackName":"{0}"}""")),
        Stack(Read("cloudformation", "DescribeStackEvents", """{"stackName":"{0}"}""")),
        Read("cloudformation", "ListStacks", "null"),

        Read("ecr", "GetAuthorizationToken", "null"),
        Image(Read("ecr", "BatchCheckLayerAvailability", """{"registryId":"{account}","repositoryName":"{0}","layerDigests":["sha256:{hex}"]}""")),
        Image(Read("ecr", "BatchGetImage", """{"registryId":"{account}","repositoryName":"{0}","imageIds":[{"imageTag":"{hex}"}]}""")),
        Image(Read("ecr", "GetDownloadUrlForLayer", """{"registryId":"{account}","repositoryName":"{0}","layerDigest":"sha256:{hex}"}""")),
        Image(Write("ecr", "InitiateLayerUpload", """{"registryId":"{account}","repositoryName":"{0}"}""")) with { Response = """{"uploadId":"{uuid}","partSize":10485760}""" },
        Image(Write("ecr", "UploadLayerPart", """{"registryId":"{account}","repositoryName":"{0}","uploadId":"{uuid}","partFirstByte":0,"partLastByte":1048575}""")),
        Image(Write("ecr", "CompleteLayerUpload", """{"registryId":"{account}","repositoryName":"{0}","uploadId":"{uuid}","layerDigests":["sha256:{hex}"]}""")),
        Image(Write("ecr", "PutImage", """{"registryId":"{account}","repositoryName":"{0}","imageTag":"{hex}"}""")),

        Read("sts", "AssumeRole", """{"roleArn":"{0}","roleSessionName":"{1}","durationSeconds":3600}""") with
        {
            Response = """{"assumedRoleUser":{"arn":"{2}"}}""",
            Resources = ["AWS::IAM::Role {0}"],
            Target = "{0}",
        },
        Read("sts", "GetCallerIdentity", "null"),

        Role(Read("iam", "GetRole", """{"roleName":"{0}"}""")),
        Role(Write("iam", "CreateRole", """{"roleName":"{0}","assumeRolePolicyDocument":"{}","path":"/"}""")) with
        {
            Response = """{"role":{"path":"/","roleName":"{0}","arn":"arn:aws:iam::{account}:role/{0}"}}""",
        },
        Role(Write("iam", "PutRolePolicy", """{"roleName":"{0}","policyName":"permissions","policyDocument":"{}"}""")),
        Role(Write("iam", "AttachRolePolicy", """{"roleName":"{0}","policyArn":"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}""")),
        Write("iam", "CreateAccessKey", """{"userName":"{0}"}""") with { Target = "arn:aws:iam::{account}:user/{0}" },
        Write("iam", "ChangePassword", "null") with { Target = "arn:aws:iam::{account}:user/{0}" },
        Read("iam", "GetUser", """{"userName":"{0}"}""") with { Target = "arn:aws:iam::{account}:user/{0}" },
        Read("iam", "ListAccessKeys", """{"userName":"{0}"}""") with { Target = "arn:aws:iam::{account}:user/{0}" },
        Read("iam", "ListRoles", """{"maxItems":1000}"""),
        Read("iam", "ListUsers", """{"maxItems":1000}"""),
        Read("iam", "GetAccountSummary", "null"),
        Read("iam", "GetAccountAuthorizationDetails", """{"filter":["User","Role","Group","LocalManagedPolicy"],"maxItems":1000}"""),
        Read("iam", "GenerateCredentialReport", "null"),
        Write("route53", "ChangeResourceRecordSets", """{"hostedZoneId":"{0}","changeBatch":{"changes":[{"action":"UPSERT","resourceRecordSet":{"name":"n.larkmoor.example.com","type":"A","tTL":60}}]}}""") with
        {
            Response = """{"changeInfo":{"id":"/change/{0}","status":"PENDING"}}""",
            Target = "arn:aws:route53:::hostedzone/{0}",
        },
        Read("route53", "ListHostedZones", "null"),
    ];

    private static Call Stack(Call call) => call with { Target = StackArn };

    private static Call Image(Call call) => call with { Resources = [$"AWS::ECR::Repository {RepositoryArn}"], Target = RepositoryArn };

    private static Call Role(Call call) => call with { Target = "arn:aws:iam::{account}:role/{0}" };
}
