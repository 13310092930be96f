using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>What most types have in common.</summary>
/// <param name="type">Such as <c>AWS::SQS::Queue</c>.</param>
/// <param name="nameProperty">The property with its name in AWS, or what it belongs to.</param>
/// <param name="properties">The other properties.</param>
internal abstract class ResourceKind(string type, string nameProperty, params string[] properties) : IResourceKind
{
    public string Type => type;

    public string NameProperty => nameProperty;

    public IReadOnlyList<string> Properties { get; } = [nameProperty, .. properties];

    /// <summary>The properties that cannot be changed in place.</summary>
    protected virtual IReadOnlyList<string> Fixed => [nameProperty];

    public abstract string Create(ResourceContext context, JsonObject properties);

    public bool MustReplace(JsonObject before, JsonObject after) => Fixed.Any(name => !JsonNode.DeepEquals(before[name], after[name]));

    public abstract void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after);

    public abstract void Delete(ResourceContext context, string physicalId, JsonObject properties);

    public virtual string? Attribute(ResourceContext context, string physicalId, string attribute) => null;

    /// <summary>The name that the template gives, or one that CloudFormation makes up.</summary>
    protected string Name(ResourceContext context, JsonObject properties) => properties.Text(nameProperty) ?? context.GivenName();
}
