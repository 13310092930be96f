using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>Reads a managed policy of <c>get-account-authorization-details</c>; of its versions only the one in force.</summary>
internal static class ManagedReader
{
    /// <summary>Null for one without an ARN.</summary>
    public static ManagedDraft? Read(ref Utf8JsonReader json, PolicySlices slices)
    {
        string? name = null;
        string? arn = null;
        string? inForce = null;
        List<Version> versions = [];
        if (json.Begins(JsonTokenType.StartObject))
        {
            while (json.Member())
            {
                if (json.Is("PolicyName"u8))
                {
                    name = json.Text();
                }
                else if (json.Is("Arn"u8))
                {
                    arn = json.Text();
                }
                else if (json.Is("DefaultVersionId"u8))
                {
                    inForce = json.Text();
                }
                else if (json.Is("PolicyVersionList"u8))
                {
                    ReadVersions(ref json, versions);
                }
                else
                {
                    json.Skip();
                }
            }
        }

        if (string.IsNullOrEmpty(arn))
        {
            return null;
        }

        var version = versions.Find(one => one.IsDefault) ?? versions.Find(one => inForce is not null && one.Id == inForce);
        return new ManagedDraft(
            name ?? arn[(arn.LastIndexOf('/') + 1)..], arn, version is null ? null : slices.Read(version.Document, () => arn));
    }

    private static void ReadVersions(ref Utf8JsonReader json, List<Version> versions)
    {
        if (json.Begins(JsonTokenType.StartArray))
        {
            while (json.Item())
            {
                versions.Add(ReadVersion(ref json));
            }
        }
    }

    private static Version ReadVersion(ref Utf8JsonReader json)
    {
        string? id = null;
        var isDefault = false;
        var document = default(JsonSlice);
        if (json.Begins(JsonTokenType.StartObject))
        {
            while (json.Member())
            {
                if (json.Is("Document"u8))
                {
                    document = JsonSlice.Take(ref json);
                }
                else if (json.Is("VersionId"u8))
                {
                    id = json.Text();
                }
                else if (json.Is("IsDefaultVersion"u8))
                {
                    isDefault = json.TokenType is JsonTokenType.True;
                    json.Skip();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return new Version(id, isDefault, document);
    }

    private sealed record Version(string? Id, bool IsDefault, JsonSlice Document);
}
