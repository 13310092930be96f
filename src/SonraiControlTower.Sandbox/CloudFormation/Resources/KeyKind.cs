using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Keys (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html">AWS::KMS::Key</see>).
/// </summary>
internal sealed class KeyKind() : ResourceKind(
    "AWS::KMS::Key", "KeySpec", "KeyPolicy", "Description", "Enabled", "EnableKeyRotation", "KeyUsage", "MultiRegion", "PendingWindowInDays", "Tags")
{
    private const string Policy = "KeyPolicy";

    protected override IReadOnlyList<string> Fixed => ["KeySpec", "KeyUsage", "MultiRegion"];

    public override string Create(ResourceContext context, JsonObject properties) => context.Zone.Keys.Create(
        context.Caller, context.Region, properties[Policy] is null ? null : properties.Document(Policy)).Id;

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        if (!JsonNode.DeepEquals(before[Policy], after[Policy]))
        {
            context.Zone.Keys.PutPolicy(context.Caller, context.Region, physicalId, after.Document(Policy));
        }
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Keys.ScheduleDeletion(context.Caller, context.Region, physicalId);

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) => attribute switch
    {
        "Arn" => context.Zone.Keys.Find(context.Caller.Account, context.Region, physicalId)?.Arn,
        "KeyId" => physicalId,
        _ => null,
    };
}
