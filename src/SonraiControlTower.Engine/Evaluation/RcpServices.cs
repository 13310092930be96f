using System.Collections.Frozen;
using System.Runtime.CompilerServices;

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

    private static readonly ConditionalWeakTable<ActionCatalog, ActionSet> _actions = [];

    /// <summary>The actions of these services. Shared: copy it before you change it.</summary>
    public static ActionSet ActionsOf(ActionCatalog catalog) => _actions.GetValue(catalog, static catalog =>
    {
        var actions = new ActionSet(catalog.Count);
        foreach (var prefix in _prefixes.Set)
        {
            actions.UnionWith(catalog.Matching(prefix + ":*"));
        }

        return actions;
    });

    /// <param name="action">In small letters.</param>
    public static bool Supports(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _prefixes.Contains(action.AsSpan(0, colon));
    }
}
