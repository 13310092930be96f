using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>Reads a user, group or role of <c>get-account-authorization-details</c>. The three have the same members, but for a word in their names.</summary>
internal static class IdentityReader
{
    public static IdentityDraft Read(ref Utf8JsonReader json, string kind, PolicySlices slices)
    {
        var draft = new IdentityDraft(kind);
        List<(string Name, JsonSlice Document)> inline = [];
        var trust = default(JsonSlice);
        if (json.Begins(JsonTokenType.StartObject))
        {
            while (json.Member())
            {
                if (json.Is("AssumeRolePolicyDocument"u8))
                {
                    trust = JsonSlice.Take(ref json);
                }
                else if (json.Is("UserPolicyList"u8) || json.Is("RolePolicyList"u8) || json.Is("GroupPolicyList"u8))
                {
                    ReadInline(ref json, inline);
                }
                else if (!ReadName(ref json, draft) && !ReadAttached(ref json, draft) && !ReadRest(ref json, draft))
                {
                    json.Skip();
                }
            }
        }

        // Only now: the ARN, which problems name, may stand after the policies.
        draft.Trust = slices.Read(trust, () => $"trust policy of {draft.Arn}");
        foreach (var (name, document) in inline)
        {
            if (slices.Read(document, () => $"{name} of {draft.Arn}") is { } policy)
            {
                draft.InlinePolicies.Add(new InlineDraft(name, policy));
            }
        }

        return draft;
    }

    private static bool ReadName(ref Utf8JsonReader json, IdentityDraft draft)
    {
        if (json.Is("Arn"u8))
        {
            draft.Arn = json.Text() ?? "";
        }
        else if (json.Is("RoleName"u8) || json.Is("UserName"u8) || json.Is("GroupName"u8))
        {
            draft.Name = json.Text() ?? "";
        }
        else if (json.Is("RoleId"u8) || json.Is("UserId"u8) || json.Is("GroupId"u8))
        {
            draft.Id = json.Text();
        }
        else if (json.Is("Path"u8))
        {
            // Nearly all have this one.
            draft.Path = json.ValueTextEquals("/"u8) ? "/" : json.Text() ?? "/";
        }
        else if (json.Is("CreateDate"u8))
        {
            draft.CreatedAt = json.Moment() ?? default;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadAttached(ref Utf8JsonReader json, IdentityDraft draft)
    {
        if (json.Is("AttachedManagedPolicies"u8))
        {
            if (json.Begins(JsonTokenType.StartArray))
            {
                while (json.Item())
                {
                    var (name, arn) = Pair(ref json, "PolicyName"u8, "PolicyArn"u8);
                    draft.AttachedPolicies.Add(new AttachedPolicy(name ?? "", arn ?? ""));
                }
            }
        }
        else if (json.Is("PermissionsBoundary"u8))
        {
            draft.BoundaryArn = Pair(ref json, "PermissionsBoundaryType"u8, "PermissionsBoundaryArn"u8).Second;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadRest(ref Utf8JsonReader json, IdentityDraft draft)
    {
        if (json.Is("GroupList"u8))
        {
            draft.Groups = Texts(ref json);
        }
        else if (json.Is("Tags"u8))
        {
            ReadTags(ref json, draft);
        }
        else if (json.Is("RoleLastUsed"u8))
        {
            ReadLastUse(ref json, draft);
        }
        else if (json.Is("InstanceProfileList"u8))
        {
            ReadInstanceProfiles(ref json, draft);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void ReadInline(ref Utf8JsonReader json, List<(string Name, JsonSlice Document)> inline)
    {
        if (!json.Begins(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.Item())
        {
            var name = "";
            var document = default(JsonSlice);
            if (json.Begins(JsonTokenType.StartObject))
            {
                while (json.Member())
                {
                    if (json.Is("PolicyName"u8))
                    {
                        name = json.Text() ?? "";
                    }
                    else if (json.Is("PolicyDocument"u8))
                    {
                        document = JsonSlice.Take(ref json);
                    }
                    else
                    {
                        json.Skip();
                    }
                }
            }

            inline.Add((name, document));
        }
    }

    private static void ReadTags(ref Utf8JsonReader json, IdentityDraft draft)
    {
        if (!json.Begins(JsonTokenType.StartArray))
        {
            return;
        }

        // Names of tags of IAM are told apart without regard to case.
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (json.Item())
        {
            if (Pair(ref json, "Key"u8, "Value"u8) is ({ } key, var value))
            {
                tags[key] = value ?? "";
            }
        }

        if (tags.Count > 0)
        {
            draft.Tags = tags;
        }
    }

    private static void ReadLastUse(ref Utf8JsonReader json, IdentityDraft draft)
    {
        if (json.Begins(JsonTokenType.StartObject))
        {
            while (json.Member())
            {
                if (json.Is("LastUsedDate"u8))
                {
                    draft.LastUsedAt = json.Moment();
                }
                else
                {
                    json.Skip();
                }
            }
        }
    }

    private static void ReadInstanceProfiles(ref Utf8JsonReader json, IdentityDraft draft)
    {
        if (!json.Begins(JsonTokenType.StartArray))
        {
            return;
        }

        List<string> arns = [];
        while (json.Item())
        {
            if (Pair(ref json, "Arn"u8, "InstanceProfileName"u8).First is { } arn)
            {
                arns.Add(arn);
            }
        }

        draft.InstanceProfileArns = arns;
    }

    private static List<string> Texts(ref Utf8JsonReader json)
    {
        List<string> texts = [];
        if (json.Begins(JsonTokenType.StartArray))
        {
            while (json.Item())
            {
                texts.Add(json.Text() ?? "");
            }
        }

        return texts;
    }

    /// <summary>Two members of an object that are texts.</summary>
    private static (string? First, string? Second) Pair(ref Utf8JsonReader json, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        string? one = null;
        string? two = null;
        if (json.Begins(JsonTokenType.StartObject))
        {
            while (json.Member())
            {
                if (json.Is(first))
                {
                    one = json.Text();
                }
                else if (json.Is(second))
                {
                    two = json.Text();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return (one, two);
    }
}
