using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam.Wire;

/// <summary>Reads what IAM says of policies; the one place that does.</summary>
internal static class PolicyXml
{
    public static ManagedPolicy Policy(QueryElement xml) => new()
    {
        Name = xml.Text("PolicyName"),
        Arn = xml.Text("Arn"),
        PolicyId = xml.Text("PolicyId"),
        Path = xml.TextOrNull("Path") ?? "/",
        DefaultVersionId = xml.Text("DefaultVersionId"),
        AttachmentCount = xml.NumberOrNull("AttachmentCount") ?? 0,
        BoundaryUsageCount = xml.NumberOrNull("PermissionsBoundaryUsageCount") ?? 0,
        Description = xml.TextOrNull("Description"),
        Tags = Tags(xml),
        CreatedAt = xml.TimeOrNull("CreateDate"),
        UpdatedAt = xml.TimeOrNull("UpdateDate"),
    };

    public static PolicyVersion Version(QueryElement xml) => new(
        xml.Text("VersionId"),
        xml.FlagOrNull("IsDefaultVersion") ?? false,
        xml.TimeOrNull("CreateDate"),
        xml.TextOrNull("Document") is { } document ? Decode(document) : null);

    public static AttachedPolicy Attached(QueryElement xml) => new(xml.Text("PolicyName"), xml.Text("PolicyArn"));

    public static InlinePolicy Inline(QueryElement xml) => new(xml.Text("PolicyName"), Decode(xml.Text("PolicyDocument")));

    public static IReadOnlyDictionary<string, string> Tags(QueryElement xml) => xml.Pairs("Tags", "Key", "Value");

    /// <summary>The ARN of the policy that bounds a user or a role; null for none.</summary>
    public static string? Boundary(QueryElement xml) => xml.StructureOrNull("PermissionsBoundary")?.TextOrNull("PermissionsBoundaryArn");

    /// <summary>
    /// Documents come encoded by RFC 3986, in which a plus is a plus
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html">PolicyVersion</see>). Encoded, a brace cannot be
    /// there: text that has one is what emulators send, and plain already.
    /// </summary>
    public static PolicyDocument Decode(string sent) => new(sent.Contains('{', StringComparison.Ordinal) ? sent : Uri.UnescapeDataString(sent));
}
