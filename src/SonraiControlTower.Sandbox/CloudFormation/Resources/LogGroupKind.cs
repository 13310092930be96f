using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Logs. The sandbox keeps nothing in them
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html">AWS::Logs::LogGroup</see>).
/// </summary>
internal sealed class LogGroupKind() : ResourceKind("AWS::Logs::LogGroup", "LogGroupName", "KmsKeyId", "LogGroupClass", "RetentionInDays", "Tags")
{
    public override string Create(ResourceContext context, JsonObject properties)
    {
        var name = Name(context, properties);
        context.Zone.Authorizer.Demand(context.Caller, "logs:CreateLogGroup", Arn(context, name));
        return name;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) =>
        context.Zone.Authorizer.Demand(context.Caller, "logs:PutRetentionPolicy", Arn(context, physicalId));

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Authorizer.Demand(context.Caller, "logs:DeleteLogGroup", Arn(context, physicalId));

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) =>
        attribute is "Arn" ? Arn(context, physicalId) : null;

    private static string Arn(ResourceContext context, string name) =>
        context.Zone.Arn("logs", context.Region, context.Caller.Account, $"log-group:{name}:*");
}
