using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>Writes what IAM told as <c>aws iam get-account-authorization-details</c> does, so that it is read and kept as files are.</summary>
internal static class AuthorizationDetailsWriter
{
    public static async Task<byte[]> WriteAsync(IAsyncEnumerable<IamEntity> entities, CancellationToken cancellationToken)
    {
        List<IamEntity> all = [];
        await foreach (var entity in entities.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(entity);
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            List(json, "UserDetailList", all.OfType<IamUserDetail>(), Write);
            List(json, "GroupDetailList", all.OfType<IamGroupDetail>(), Write);
            List(json, "RoleDetailList", all.OfType<IamRoleDetail>(), Write);
            List(json, "Policies", all.OfType<IamPolicyDetail>(), Write);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, IamUserDetail user)
    {
        Name(json, "User", user.Name, user.UserId, user.Path, user.Arn, user.CreatedAt);
        List(json, "UserPolicyList", user.InlinePolicies, Write);
        Texts(json, "GroupList", user.Groups);
        List(json, "AttachedManagedPolicies", user.AttachedPolicies, Write);
        Boundary(json, user.PermissionsBoundaryArn);
        List(json, "Tags", user.Tags, Write);
    }

    private static void Write(Utf8JsonWriter json, IamGroupDetail group)
    {
        Name(json, "Group", group.Name, group.GroupId, group.Path, group.Arn, group.CreatedAt);
        List(json, "GroupPolicyList", group.InlinePolicies, Write);
        List(json, "AttachedManagedPolicies", group.AttachedPolicies, Write);
    }

    private static void Write(Utf8JsonWriter json, IamRoleDetail detail)
    {
        var role = detail.Role;
        Name(json, "Role", role.Name, role.RoleId, role.Path, role.Arn, role.CreatedAt);
        json.WriteString("AssumeRolePolicyDocument", role.TrustPolicy.Json);
        List(json, "InstanceProfileList", detail.InstanceProfileArns, static (json, arn) => json.WriteString("Arn", arn));
        List(json, "RolePolicyList", detail.InlinePolicies, Write);
        List(json, "AttachedManagedPolicies", detail.AttachedPolicies, Write);
        Boundary(json, role.PermissionsBoundaryArn);
        List(json, "Tags", role.Tags, Write);
        json.WriteStartObject("RoleLastUsed");
        if (role.LastUsedAt is { } lastUsedAt)
        {
            json.WriteString("LastUsedDate", lastUsedAt);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IamPolicyDetail detail)
    {
        json.WriteString("PolicyName", detail.Policy.Name);
        json.WriteString("Arn", detail.Policy.Arn);
        json.WriteString("DefaultVersionId", detail.Policy.DefaultVersionId);
        List(json, "PolicyVersionList", detail.Versions.Where(version => version is { IsDefault: true, Document: not null }), static (json, version) =>
        {
            json.WriteString("VersionId", version.VersionId);
            json.WriteBoolean("IsDefaultVersion", version.IsDefault);
            json.WriteString("Document", version.Document!.Json);
        });
    }

    private static void Write(Utf8JsonWriter json, InlinePolicy policy)
    {
        json.WriteString("PolicyName", policy.Name);
        json.WriteString("PolicyDocument", policy.Document.Json);
    }

    private static void Write(Utf8JsonWriter json, AttachedPolicy policy)
    {
        json.WriteString("PolicyName", policy.Name);
        json.WriteString("PolicyArn", policy.Arn);
    }

    private static void Write(Utf8JsonWriter json, KeyValuePair<string, string> tag)
    {
        json.WriteString("Key", tag.Key);
        json.WriteString("Value", tag.Value);
    }

    private static void Name(Utf8JsonWriter json, string kind, string name, string id, string path, string arn, DateTimeOffset createdAt)
    {
        json.WriteString("Path", path);
        json.WriteString($"{kind}Name", name);
        json.WriteString($"{kind}Id", id);
        json.WriteString("Arn", arn);
        json.WriteString("CreateDate", createdAt);
    }

    private static void Boundary(Utf8JsonWriter json, string? arn)
    {
        if (arn is not null)
        {
            json.WriteStartObject("PermissionsBoundary");
            json.WriteString("PermissionsBoundaryArn", arn);
            json.WriteEndObject();
        }
    }

    private static void Texts(Utf8JsonWriter json, string list, IEnumerable<string> texts)
    {
        json.WriteStartArray(list);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string list, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(list);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
