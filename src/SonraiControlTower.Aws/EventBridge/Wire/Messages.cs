using System.Text.Json.Serialization;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.EventBridge.Wire;

internal sealed record DescribeRuleInput(string Name);

internal sealed record ListTargetsInput(string Rule, string? NextToken);

internal sealed record WireRule(
    string Name, string Arn, string State, string? EventPattern = null, string? ScheduleExpression = null);

internal sealed record WireTarget(string Id, string Arn, WireDeadLetters? DeadLetterConfig = null);

internal sealed record WireDeadLetters(string? Arn = null);

internal sealed record ListTargetsAnswer(IReadOnlyList<WireTarget>? Targets = null, string? NextToken = null) : IPage<WireTarget>
{
    [JsonIgnore]
    public IReadOnlyList<WireTarget>? Items => Targets;
}
