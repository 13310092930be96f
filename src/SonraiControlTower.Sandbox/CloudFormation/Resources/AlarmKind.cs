using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Alarms. In the sandbox none ever goes off
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html">AWS::CloudWatch::Alarm</see>).
/// </summary>
internal sealed class AlarmKind() : ResourceKind(
    "AWS::CloudWatch::Alarm",
    "AlarmName",
    "AlarmActions",
    "AlarmDescription",
    "ComparisonOperator",
    "Dimensions",
    "EvaluationPeriods",
    "MetricName",
    "Namespace",
    "Period",
    "Statistic",
    "Tags",
    "Threshold",
    "TreatMissingData")
{
    public override string Create(ResourceContext context, JsonObject properties)
    {
        var name = Name(context, properties);
        context.Zone.Authorizer.Demand(context.Caller, "cloudwatch:PutMetricAlarm", Arn(context, name));
        return name;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) =>
        context.Zone.Authorizer.Demand(context.Caller, "cloudwatch:PutMetricAlarm", Arn(context, physicalId));

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Authorizer.Demand(context.Caller, "cloudwatch:DeleteAlarms", Arn(context, physicalId));

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) =>
        attribute is "Arn" ? Arn(context, physicalId) : null;

    private static string Arn(ResourceContext context, string name) =>
        context.Zone.Arn("cloudwatch", context.Region, context.Caller.Account, $"alarm:{name}");
}
