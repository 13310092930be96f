using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Names of keys (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html">AWS::KMS::Alias</see>).
/// </summary>
internal sealed class AliasKind() : ResourceKind("AWS::KMS::Alias", "AliasName", Target)
{
    private const string Target = "TargetKeyId";

    public override string Create(ResourceContext context, JsonObject properties)
    {
        var alias = Name(context, properties);
        context.Zone.Keys.CreateAlias(context.Caller, context.Region, alias, properties.Text(Target)!);
        return alias;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) =>
        context.Zone.Keys.UpdateAlias(context.Caller, context.Region, physicalId, after.Text(Target)!);

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Keys.DeleteAlias(context.Caller, context.Region, physicalId);
}
