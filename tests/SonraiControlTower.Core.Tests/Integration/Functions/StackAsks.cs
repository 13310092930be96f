using System.Text.Json;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>A request of CloudFormation for the resource of the stack.</summary>
internal sealed record StackAsks(string RequestType, string? PhysicalResourceId = null)
{
    public const string Url = "https://cloudformation-custom-resource-response.example/answer?X-Amz-Signature=very-secret";
    public const string StackId = "arn:aws:cloudformation:eu-west-1:000000000001:stack/sonrai/guid";
    public const string Made = StackId + "/Setup";

    public Dictionary<string, string> Properties { get; init; } = new() { ["CollectorExternalId"] = RollOut.Given.ExternalIdText };

    public Dictionary<string, string>? Old { get; init; }

    public static StackAsks Create { get; } = new("Create");

    public static StackAsks Delete { get; } = new("Delete", Made);

    public static StackAsks Update(string property, string before, string now) => new("Update", Made)
    {
        Properties = new() { [property] = now },
        Old = new() { [property] = before },
    };

    public override string ToString() => JsonSerializer.Serialize(new
    {
        RequestType,
        ResponseURL = Url,
        StackId,
        RequestId = "request-1",
        LogicalResourceId = "Setup",
        ResourceType = "Custom::SonraiSetup",
        PhysicalResourceId,
        ResourceProperties = Properties,
        OldResourceProperties = Old,
    });
}
