using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Policies of secrets
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-resourcepolicy.html">AWS::SecretsManager::ResourcePolicy</see>).
/// </summary>
internal sealed class SecretPolicyKind() : ResourceKind("AWS::SecretsManager::ResourcePolicy", "SecretId", Policy, "BlockPublicPolicy")
{
    private const string Policy = "ResourcePolicy";

    public override string Create(ResourceContext context, JsonObject properties)
    {
        context.Zone.Secrets.PutPolicy(context.Caller, context.Region, properties.Text("SecretId")!, properties.Document(Policy));
        return properties.Text("SecretId")!;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) => Create(context, after);

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties)
    {
        if (context.Zone.Secrets.Find(context.Caller.Account, context.Region, physicalId) is not null)
        {
            context.Zone.Secrets.PutPolicy(context.Caller, context.Region, physicalId, policy: null);
        }
    }
}
