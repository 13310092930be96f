using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam.Wire;

/// <summary>Reads what IAM says of users and of what they sign in with; the one place that does.</summary>
internal static class UserXml
{
    public static IamUser User(QueryElement xml) => new()
    {
        Name = xml.Text("UserName"),
        Arn = xml.Text("Arn"),
        UserId = xml.Text("UserId"),
        Path = xml.Text("Path"),
        CreatedAt = xml.Time("CreateDate"),
        PermissionsBoundaryArn = PolicyXml.Boundary(xml),
        Tags = PolicyXml.Tags(xml),
        PasswordLastUsedAt = xml.TimeOrNull("PasswordLastUsed"),
    };

    public static AccessKey Key(QueryElement xml) => new(xml.Text("AccessKeyId"), xml.Text("Status") == "Active", xml.TimeOrNull("CreateDate"));

    /// <summary>When a key was last used; AWS says <c>N/A</c>, or nothing, for never.</summary>
    public static KeyUse Use(QueryElement result) =>
        new(result.StructureOrNull("AccessKeyLastUsed") is { } used && used.TextOrNull("LastUsedDate") is not (null or "N/A") ? used.TimeOrNull("LastUsedDate") : null);

    public static IReadOnlyList<IamIdentity> Identities(QueryElement result) =>
    [
        .. result.List("PolicyUsers", xml => IamIdentity.User(xml.Text("UserName"))),
        .. result.List("PolicyGroups", xml => IamIdentity.Group(xml.Text("GroupName"))),
        .. result.List("PolicyRoles", xml => IamIdentity.Role(xml.Text("RoleName"))),
    ];
}

/// <summary>When a key was last used; null for never.</summary>
internal sealed record KeyUse(DateTimeOffset? At);
