using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam.Wire;

/// <summary>Reads what IAM says of roles; the one place that does.</summary>
internal static class RoleXml
{
    public static IamRole Role(QueryElement xml)
    {
        var lastUsed = xml.StructureOrNull("RoleLastUsed");
        return new()
        {
            Name = xml.Text("RoleName"),
            Arn = xml.Text("Arn"),
            RoleId = xml.Text("RoleId"),
            Path = xml.Text("Path"),
            TrustPolicy = PolicyXml.Decode(xml.Text("AssumeRolePolicyDocument")),
            Description = xml.TextOrNull("Description"),
            MaxSessionDuration = xml.NumberOrNull("MaxSessionDuration") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            PermissionsBoundaryArn = PolicyXml.Boundary(xml),
            Tags = PolicyXml.Tags(xml),
            CreatedAt = xml.Time("CreateDate"),
            LastUsedAt = lastUsed?.TimeOrNull("LastUsedDate"),
            LastUsedRegion = lastUsed?.TextOrNull("Region"),
        };
    }
}
