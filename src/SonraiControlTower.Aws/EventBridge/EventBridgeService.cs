using SonraiControlTower.Aws.EventBridge.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.EventBridge;

/// <summary>Amazon EventBridge and the operations of it that we call.</summary>
internal static class EventBridgeService
{
    private const string Target = "AWSEvents";

    public static AwsService Service { get; } = new("EventBridge", "events", "2015-10-07", IsGlobal: false) { IsPlainFipsInGovCloud = _ => true };

    public static JsonOperation<DescribeRuleInput, WireRule> DescribeRule { get; } =
        new(Target, nameof(DescribeRule), RulesJson.Default.DescribeRuleInput, RulesJson.Default.WireRule);

    public static JsonOperation<ListTargetsInput, ListTargetsAnswer> ListTargetsByRule { get; } =
        new(Target, nameof(ListTargetsByRule), RulesJson.Default.ListTargetsInput, RulesJson.Default.ListTargetsAnswer);
}
