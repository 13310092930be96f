using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Who may call a function. Every change makes another
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</see>).
/// </summary>
internal sealed class PermissionKind() : ResourceKind(
    "AWS::Lambda::Permission", "FunctionName", "Action", "Principal", "SourceAccount", "SourceArn")
{
    protected override IReadOnlyList<string> Fixed => Properties;

    public override string Create(ResourceContext context, JsonObject properties)
    {
        var id = $"{context.GivenName()}-{StableId.Letters(8, context.Zone.NextId())}";
        var principal = properties.Text("Principal")!;
        var conditions = new JsonObject();
        if (properties.Text("SourceAccount") is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (properties.Text("SourceArn") is { } arn)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = arn };
        }

        context.Zone.Functions.AddPermission(context.Caller, context.Region, properties.Text("FunctionName")!, id, new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { [principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? "Service" : "AWS"] = principal },
            ["Action"] = properties.Text("Action"),
            ["Condition"] = conditions,
        });
        return id;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        // INVARIANT: only the stack's tags can have changed, which a permission does not have.
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Functions.RemovePermission(context.Caller, context.Region, properties.Text("FunctionName")!, physicalId);
}
