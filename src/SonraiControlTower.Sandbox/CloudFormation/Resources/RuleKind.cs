using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Rules of the default bus
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html">AWS::Events::Rule</see>).
/// </summary>
internal sealed class RuleKind() : ResourceKind("AWS::Events::Rule", "Name", "Description", Pattern, "ScheduleExpression", "State", "Targets")
{
    private const string Pattern = "EventPattern";

    public override string Create(ResourceContext context, JsonObject properties)
    {
        var name = Name(context, properties);
        var pattern = (properties[Pattern] as JsonObject)?.ToJsonString(Json.Plain);
        var rule = context.Zone.Rules.Put(
            context.Caller, context.Region, name, pattern, properties.Text("ScheduleExpression"), properties.Text("State") ?? "ENABLED");
        context.Zone.Rules.PutTargets(context.Caller, rule, Targets(properties));
        return name;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        Create(context, after);
        if (context.Zone.Rules.Find(context.Caller.Account, context.Region, physicalId) is { } rule)
        {
            context.Zone.Rules.RemoveTargets(context.Caller, rule, [.. Targets(before).Select(one => one.Id).Except(Targets(after).Select(one => one.Id))]);
        }
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Rules.Delete(context.Caller, context.Region, physicalId);

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) =>
        attribute is "Arn" ? context.Zone.Rules.Find(context.Caller.Account, context.Region, physicalId)?.Arn : null;

    private static IEnumerable<RuleTarget> Targets(JsonObject properties) =>
        from target in (properties["Targets"] as JsonArray ?? []).OfType<JsonObject>()
        select new RuleTarget(
            target.Text("Id")!,
            target.Text("Arn")!,
            target.Text("RoleArn"),
            (target["DeadLetterConfig"] as JsonObject)?.Text("Arn"),
            target.Text("Input"));
}
