using System.Collections.Frozen;

namespace SonraiControlTower.Engine;

/// <summary>
/// The services whose resources RCPs are about, as of 2026-09
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services">list</see>).
/// </summary>
internal static class RcpServices
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes = FrozenSet.Create(
        StringComparer.Ordinal,
        "aoss", "appconfig", "appstream", "autoscaling", "autoscaling-plans", "budgets", "clouddirectory", "cloudfront", "cloudsearch",
        "cloudtrail-data", "codeartifact", "codebuild", "codecommit", "codepipeline", "cognito-identity", "cognito-idp", "comprehend",
        "comprehendmedical", "compute-optimizer", "cost-optimization-hub", "dax", "dsql", "dynamodb", "ecr", "ecr-public", "events",
        "firehose", "fis", "fms", "gamelift", "health", "inspector-scan", "kendra", "kinesisvideo", "kms", "logs", "memorydb",
        "networkmonitor", "notifications", "opensearch", "pca-connector-ad", "personalize", "polly", "pricing", "resource-groups",
        "rolesanywhere", "s3", "secretsmanager", "servicediscovery", "signin", "sqs", "sts", "support", "swf", "textract",
        "timestream-influxdb", "transcribe", "transfer", "translate", "wafv2", "workspaces", "xray").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="action">In small letters.</param>
    public static bool Supports(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _prefixes.Contains(action.AsSpan(0, colon));
    }
}
