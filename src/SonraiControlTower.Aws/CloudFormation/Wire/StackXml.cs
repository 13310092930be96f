using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Reads what CloudFormation says of stacks; the one place that does.</summary>
internal static class StackXml
{
    public static CloudFormationStack Stack(QueryElement xml) => new()
    {
        Id = xml.Text("StackId"),
        Name = xml.Text("StackName"),
        Status = xml.Text("StackStatus"),
        StatusReason = xml.TextOrNull("StackStatusReason"),
        Description = xml.TextOrNull("Description"),
        RoleArn = xml.TextOrNull("RoleARN"),
        Parameters = Parameters(xml),
        Outputs = xml.Pairs("Outputs", "OutputKey", "OutputValue"),
        Tags = Tags(xml),
        CreatedAt = xml.TimeOrNull("CreationTime"),
        UpdatedAt = xml.TimeOrNull("LastUpdatedTime"),
    };

    public static StackEvent Event(QueryElement xml) => new()
    {
        EventId = xml.Text("EventId"),
        At = xml.Time("Timestamp"),
        LogicalId = xml.TextOrNull("LogicalResourceId"),
        PhysicalId = xml.TextOrNull("PhysicalResourceId"),
        ResourceType = xml.TextOrNull("ResourceType"),
        Status = xml.TextOrNull("ResourceStatus"),
        StatusReason = xml.TextOrNull("ResourceStatusReason"),
        RequestToken = xml.TextOrNull("ClientRequestToken"),
    };

    public static StackResource Resource(QueryElement xml) => new(
        xml.Text("LogicalResourceId"),
        xml.TextOrNull("PhysicalResourceId"),
        xml.Text("ResourceType"),
        xml.Text("ResourceStatus"),
        xml.TextOrNull("ResourceStatusReason"));

    public static IReadOnlyDictionary<string, string> Parameters(QueryElement xml) =>
        xml.Pairs("Parameters", "ParameterKey", "ParameterValue");

    public static IReadOnlyDictionary<string, string> Tags(QueryElement xml) => xml.Pairs("Tags", "Key", "Value");
}
