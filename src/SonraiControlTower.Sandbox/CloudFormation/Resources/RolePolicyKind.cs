using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Policies embedded in a role from outside it
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html">AWS::IAM::RolePolicy</see>).
/// </summary>
internal sealed class RolePolicyKind : IResourceKind
{
    private const string Name = "PolicyName";
    private const string Role = "RoleName";

    public string Type => "AWS::IAM::RolePolicy";

    public string NameProperty => Name;

    public IReadOnlyList<string> Properties { get; } = [Name, Role, "PolicyDocument"];

    public string Create(ResourceContext context, JsonObject properties)
    {
        var policy = new InlinePolicy(properties.Text(Name) ?? context.GivenName(), properties.Document("PolicyDocument"));
        context.Zone.Attachments.PutInline(context.Caller, Of(properties), policy);
        return policy.Name;
    }

    public bool MustReplace(JsonObject before, JsonObject after) => before.Text(Name) != after.Text(Name) || before.Text(Role) != after.Text(Role);

    public void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) =>
        context.Zone.Attachments.PutInline(context.Caller, Of(after), new InlinePolicy(physicalId, after.Document("PolicyDocument")));

    public void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        Absent.IsFine(() => context.Zone.Attachments.DeleteInline(context.Caller, Of(properties), physicalId));

    public string? Attribute(ResourceContext context, string physicalId, string attribute) => null;

    private static IamIdentity Of(JsonObject properties) => IamIdentity.Role(properties.Text(Role) ?? string.Empty);
}
