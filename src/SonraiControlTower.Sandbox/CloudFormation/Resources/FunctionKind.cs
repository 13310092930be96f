using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Functions, with their code in a bucket of S3. CloudFormation looks at where the code is, not at what it is
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html">AWS::Lambda::Function</see>).
/// </summary>
internal sealed class FunctionKind() : ResourceKind(
    "AWS::Lambda::Function",
    "FunctionName",
    "Architectures",
    "Code",
    "Description",
    "Environment",
    "Handler",
    "LoggingConfig",
    "MemorySize",
    "ReservedConcurrentExecutions",
    "Role",
    "Runtime",
    "Tags",
    "Timeout")
{
    public override string Create(ResourceContext context, JsonObject properties) => context.Zone.Functions.Create(
        context.Caller, context.Region, Name(context, properties), Configuration(context, properties)).Name;

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        var function = context.Zone.Functions.Find(context.Caller.Account, context.Region, physicalId)
            ?? throw new AwsFault("ResourceNotFoundException", $"Function not found: {physicalId}");
        var sameCode = JsonNode.DeepEquals(before["Code"], after["Code"]);
        context.Zone.Functions.Update(
            context.Caller, function, Configuration(context, after, sameCode ? function.Configuration.CodeSha256 : null));
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Functions.Delete(context.Caller, context.Region, physicalId);

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) =>
        attribute is "Arn" ? context.Zone.Functions.Find(context.Caller.Account, context.Region, physicalId)?.Arn : null;

    private static FunctionConfiguration Configuration(ResourceContext context, JsonObject properties, string? codeSha256 = null)
    {
        var code = properties["Code"] as JsonObject ?? [];
        var variables = (properties["Environment"] as JsonObject)?["Variables"] as JsonObject ?? [];
        return new FunctionConfiguration
        {
            RoleArn = Required(properties, "Role"),
            Handler = Required(properties, "Handler"),
            Runtime = Required(properties, "Runtime"),
            CodeSha256 = codeSha256 ?? context.Zone.Functions.CodeSha256(context.Caller, Required(code, "S3Bucket"), Required(code, "S3Key")),
            Environment = variables.ToDictionary(one => one.Key, one => one.Value?.ToString() ?? string.Empty),
            Timeout = properties.Seconds("Timeout") ?? TimeSpan.FromSeconds(3),
            Reserved = properties.Number("ReservedConcurrentExecutions"),
            LogGroup = (properties["LoggingConfig"] as JsonObject)?.Text("LogGroup"),
        };
    }

    private static string Required(JsonObject properties, string name) =>
        properties.Text(name) ?? throw AwsFault.Validation($"#: required key [{name}] not found");
}
