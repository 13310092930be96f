using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// The AWS managed policies that the sandbox has, with of their documents what concerns IAM, STS and CloudFormation: the services that are here.
/// Source: <see href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html">AWS Managed Policy
/// Reference Guide</see>.
/// </summary>
internal static class AwsManagedPolicies
{
    private static readonly Dictionary<string, PolicyDocument> _documents = new()
    {
        ["AdministratorAccess"] = Allowing("*"),
        ["PowerUserAccess"] = Allowing("cloudformation:*", "sts:*", "iam:ListRoles"),
        ["ReadOnlyAccess"] = Allowing("iam:Get*", "iam:List*", "iam:Generate*", "iam:Simulate*", "cloudformation:Describe*", "cloudformation:Get*", "cloudformation:List*"),
        ["SecurityAudit"] = Allowing("iam:Get*", "iam:List*", "iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails", "iam:Simulate*", "cloudformation:Describe*", "cloudformation:GetTemplate", "cloudformation:List*"),
        ["IAMReadOnlyAccess"] = Allowing("iam:Get*", "iam:List*", "iam:Generate*", "iam:Simulate*"),
        ["IAMFullAccess"] = Allowing("iam:*"),
        ["job-function/ViewOnlyAccess"] = Allowing("iam:GetAccountSummary", "iam:GetLoginProfile", "iam:List*", "cloudformation:DescribeStacks", "cloudformation:List*"),
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

    private static PolicyDocument Allowing(params string[] actions) => new(
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{string.Join(',', actions.Select(one => $"\"{JsonEncodedText.Encode(one)}\""))}}],"Resource":"*"}]}""");
}
