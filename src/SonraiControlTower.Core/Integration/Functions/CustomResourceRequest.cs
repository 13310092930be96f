using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower;

/// <summary>
/// What CloudFormation asks of a custom resource
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">custom resource request objects</see>). It never
/// prints itself: the address of the answer is a credential, and the properties hold the external id.
/// </summary>
internal sealed record CustomResourceRequest(
    [property: JsonPropertyName("RequestType")] string RequestType,
    [property: JsonPropertyName("ResponseURL")] Uri ResponseUrl,
    [property: JsonPropertyName("StackId")] string? StackId,
    [property: JsonPropertyName("RequestId")] string? RequestId,
    [property: JsonPropertyName("LogicalResourceId")] string? LogicalResourceId,
    [property: JsonPropertyName("PhysicalResourceId")] string? PhysicalResourceId,
    [property: JsonPropertyName("ResourceProperties")] JsonElement? Properties,
    [property: JsonPropertyName("OldResourceProperties")] JsonElement? OldProperties)
{
    // What a Create that changed nothing is called: CloudFormation deletes it at once, and nothing of others may go with it.
    private const string Nothing = "/nothing-made";

    /// <summary>The name of the resource: the same for every request of the same stack.</summary>
    public string Id => PhysicalResourceId is { Length: > 0 } given ? given : $"{StackId}/{LogicalResourceId}";

    /// <summary>The name of a resource that was not made.</summary>
    public string IdOfNothing => $"{StackId}/{LogicalResourceId}{Nothing}";

    /// <summary>True for the removal of a resource that was not made.</summary>
    public bool IsOfNothing => PhysicalResourceId?.EndsWith(Nothing, StringComparison.Ordinal) == true;

    /// <summary>A property; null where it is not set, or is empty.</summary>
    public string? Property(string name) => Properties.Text(name);

    /// <summary>What a property was before an update; null where it was not set, or was empty.</summary>
    public string? OldProperty(string name) => OldProperties.Text(name);

    /// <summary>True where an update changes a property.</summary>
    public bool Changes(string name) => OldProperties is not null && Property(name) != OldProperty(name);

    public override string ToString() => $"{RequestType} of {LogicalResourceId}";
}
