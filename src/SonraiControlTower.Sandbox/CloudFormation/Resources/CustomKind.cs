using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Custom resources, whose work a function does and tells of later: <see cref="CustomResources"/> asks it
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html">AWS::CloudFormation::CustomResource</see>).
/// </summary>
internal sealed class CustomKind : IResourceKind
{
    public const string ServiceToken = "ServiceToken";

    private const string Usual = "AWS::CloudFormation::CustomResource";

    public string Type => Usual;

    public string NameProperty => ServiceToken;

    /// <summary>It has whatever properties its function wants.</summary>
    public IReadOnlyList<string> Properties => [];

    public static bool Is(string type) => type == Usual || type.StartsWith("Custom::", StringComparison.Ordinal);

    public bool MustReplace(JsonObject before, JsonObject after) => before.Text(ServiceToken) != after.Text(ServiceToken);

    public string Create(ResourceContext context, JsonObject properties) => throw InStackSet(context);

    public void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) => throw InStackSet(context);

    public void Delete(ResourceContext context, string physicalId, JsonObject properties) => throw InStackSet(context);

    /// <summary>What the function answered as Data is kept with the stack.</summary>
    public string? Attribute(ResourceContext context, string physicalId, string attribute) => null;

    // Stack sets work on an instance at one stroke, and cannot wait for a function.
    private static AwsFault InStackSet(ResourceContext context) =>
        AwsFault.Validation($"the sandbox makes no custom resources in stack sets, so it cannot make '{context.LogicalId}'.");
}
