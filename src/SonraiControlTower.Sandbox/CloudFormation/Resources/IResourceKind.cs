using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>How resources of one type are made, changed and removed. Every method throws <see cref="AwsFault"/> where the service refuses.</summary>
internal interface IResourceKind
{
    /// <summary>Such as <c>AWS::IAM::Role</c>.</summary>
    string Type { get; }

    /// <summary>The properties that it has; the template may use no other.</summary>
    IReadOnlyList<string> Properties { get; }

    /// <summary>The property with its name in AWS: who gives one must be allowed to.</summary>
    string NameProperty { get; }

    /// <summary>Makes it; gives its name in AWS, which is what <c>Ref</c> gives.</summary>
    string Create(ResourceContext context, JsonObject properties);

    /// <summary>True if it cannot be changed so: another is made, and this one removed.</summary>
    bool MustReplace(JsonObject before, JsonObject after);

    void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after);

    void Delete(ResourceContext context, string physicalId, JsonObject properties);

    /// <summary>What <c>Fn::GetAtt</c> gives; null for an attribute that there is not.</summary>
    string? Attribute(ResourceContext context, string physicalId, string attribute);
}
