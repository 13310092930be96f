using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// The AWS managed policies that the sandbox has, with of their documents what concerns the services that are here.
/// Source: <see href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html">AWS Managed Policy
/// Reference Guide</see>.
/// </summary>
internal static class AwsManagedPolicies
{
    private static readonly string[] _read =
    [
        "cloudtrail:Describe*", "cloudtrail:Get*", "events:Describe*", "events:List*", "kms:Describe*", "kms:Get*", "kms:List*", "lambda:Get*", "lambda:List*",
        "organizations:Describe*", "organizations:List*", "secretsmanager:Describe*", "secretsmanager:GetResourcePolicy", "secretsmanager:List*",
        "sqs:Get*", "sqs:List*",
    ];

    private static readonly Dictionary<string, PolicyDocument> _documents = new()
    {
        ["AdministratorAccess"] = Allowing("*"),
        ["PowerUserAccess"] = Allowing(
            "cloudformation:*", "cloudtrail:*", "cloudwatch:*", "events:*", "iam:ListRoles", "kms:*", "lambda:*", "logs:*", "organizations:DescribeOrganization", "s3:*", "secretsmanager:*", "sqs:*", "sts:*"),
        ["ReadOnlyAccess"] = Allowing(["iam:Get*", "iam:List*", "iam:Generate*", "iam:Simulate*", "cloudformation:Describe*", "cloudformation:Get*", "cloudformation:List*", "s3:Get*", "s3:List*", .. _read]),
        ["SecurityAudit"] = Allowing(["iam:Get*", "iam:List*", "iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails", "iam:Simulate*", "cloudformation:Describe*", "cloudformation:GetTemplate", "cloudformation:List*", "s3:GetBucket*", "s3:GetEncryptionConfiguration", "s3:ListAllMyBuckets", .. _read]),
        ["IAMReadOnlyAccess"] = Allowing("iam:Get*", "iam:List*", "iam:Generate*", "iam:Simulate*"),
        ["IAMFullAccess"] = Allowing("iam:*"),
        ["job-function/ViewOnlyAccess"] = Allowing("iam:GetAccountSummary", "iam:GetLoginProfile", "iam:List*", "cloudformation:DescribeStacks", "cloudformation:List*", "cloudtrail:DescribeTrails", "events:List*", "kms:List*", "lambda:List*", "organizations:List*", "s3:ListAllMyBuckets", "s3:ListBucket", "secretsmanager:List*", "sqs:List*"),
        ["service-role/AWSLambdaBasicExecutionRole"] = Allowing("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
    };

    /// <summary>The policy's document; null for one that the sandbox does not have.</summary>
    public static PolicyDocument? Find(string arn) => NameWithPath(arn) is { } name ? _documents.GetValueOrDefault(name) : null;

    /// <summary>The policy as IAM tells of it; null for one that the sandbox does not have.</summary>
    public static ManagedPolicy? Describe(string arn, int attachments, int boundaries) => Find(arn) is null
        ? null
        : new ManagedPolicy
        {
            Name = arn[(arn.LastIndexOf('/') + 1)..],
            Arn = arn,
            PolicyId = StableId.Of("ANPA", NameWithPath(arn)!),
            Path = $"/{NameWithPath(arn)![..(NameWithPath(arn)!.LastIndexOf('/') + 1)]}",
            DefaultVersionId = "v1",
            AttachmentCount = attachments,
            BoundaryUsageCount = boundaries,
        };

    private static string? NameWithPath(string arn) =>
        arn.Split(':') is ["arn", _, "iam", "", "aws", var resource] && resource.StartsWith("policy/", StringComparison.Ordinal)
            ? resource["policy/".Length..]
            : null;

    private static PolicyDocument Allowing(params IEnumerable<string> actions) => new(
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{string.Join(',', actions.Select(one => $"\"{JsonEncodedText.Encode(one)}\""))}}],"Resource":"*"}]}""");
}
