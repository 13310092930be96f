using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Secrets. An update writes the text of the template anew only where the template's text has changed
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html">AWS::SecretsManager::Secret</see>).
/// </summary>
internal sealed class SecretKind() : ResourceKind("AWS::SecretsManager::Secret", "Name", "Description", Key, Text, "Tags")
{
    private const string Key = "KmsKeyId";
    private const string Text = "SecretString";

    public override string Create(ResourceContext context, JsonObject properties)
    {
        var secret = context.Zone.Secrets.Create(
            context.Caller, context.Region, Name(context, properties), properties.Text(Text) ?? string.Empty, context.Zone.NextId(), KeyArn(context, properties));
        secret.Tags = properties.Tags(context);
        return secret.Arn;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        var secret = context.Zone.Secrets.Demand(context.Caller.Account, context.Region, physicalId);
        secret.KeyArn = KeyArn(context, after);
        secret.Tags = after.Tags(context);
        if (before.Text(Text) != after.Text(Text))
        {
            context.Zone.Secrets.Put(context.Caller, context.Region, physicalId, context.Zone.NextId(), after.Text(Text) ?? string.Empty, []);
        }
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Secrets.Delete(context.Caller, context.Region, physicalId);

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) => attribute is "Id" ? physicalId : null;

    private static string? KeyArn(ResourceContext context, JsonObject properties) => properties.Text(Key) is not { } id
        ? null
        : context.Zone.Keys.Find(context.Caller.Account, context.Region, id)?.Arn
            ?? throw new AwsFault("InvalidParameterException", $"The KMS key {id} does not exist.");
}
