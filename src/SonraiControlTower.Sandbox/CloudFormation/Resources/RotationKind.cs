using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Rotations of secrets. Making one rotates at once, unless the template says otherwise
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html">AWS::SecretsManager::RotationSchedule</see>).
/// </summary>
internal sealed class RotationKind() : ResourceKind(
    "AWS::SecretsManager::RotationSchedule", "SecretId", "RotationLambdaARN", "RotationRules", "RotateImmediatelyOnUpdate")
{
    public override string Create(ResourceContext context, JsonObject properties)
    {
        var rules = properties["RotationRules"] as JsonObject ?? [];
        var plan = new RotationPlan(
            properties.Text("RotationLambdaARN") ?? throw AwsFault.Validation("#: required key [RotationLambdaARN] not found"),
            rules.Number("AutomaticallyAfterDays"),
            rules.Text("ScheduleExpression"));
        context.Zone.Rotations.Configure(
            context.Caller, context.Region, properties.Text("SecretId")!, plan, properties.Text("RotateImmediatelyOnUpdate") != "false");
        return properties.Text("SecretId")!;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) => Create(context, after);

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Rotations.Cancel(context.Caller, context.Region, physicalId);
}
