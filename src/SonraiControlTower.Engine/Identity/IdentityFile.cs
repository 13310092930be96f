using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>What a file of identities turned out to be. Only one of the three is there.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Text">What it says, in UTF-8, to be kept.</param>
/// <param name="Details">What it tells of identities.</param>
/// <param name="Organization">What it tells of the organization.</param>
/// <param name="Problems">What is wrong with it, or with policies in it.</param>
internal sealed record IdentityFile(
    string Name, byte[] Text, AuthorizationDetails? Details, OrganizationPolicies? Organization, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads a file that was found in a folder, or named.</summary>
    /// <param name="path">The file.</param>
    /// <param name="documents">Where policies are looked up.</param>
    /// <param name="isNamed">Whether it was asked for by name; then it is told, too, that it is one of CloudTrail's.</param>
    public static IdentityFile Read(string path, PolicyDocuments documents, bool isNamed)
    {
        try
        {
            using var file = File.OpenHandle(path);
            if (!isNamed && IsCloudTrail(file))
            {
                return new IdentityFile(path, [], null, null, []);
            }

            var bytes = new byte[RandomAccess.GetLength(file)];
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more)
            {
                read += more;
            }

            return Parse(path, JsonFile.Utf8(read == bytes.Length ? bytes : bytes[..read]), documents);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, wrong.Message);
        }
    }

    /// <param name="name">What to call it in problems.</param>
    /// <param name="text">What it says, in UTF-8.</param>
    /// <param name="documents">Where policies are looked up.</param>
    public static IdentityFile Parse(string name, byte[] text, PolicyDocuments documents)
    {
        List<Problem> problems = [];
        try
        {
            return Kind(text) switch
            {
                IdentityFileKind.Identities => Told(new IdentityFile(name, text, new AuthorizationDetailsReader(text, documents, problems.Add).Read(), null, problems)),
                IdentityFileKind.Organization => new IdentityFile(name, text, null, OrganizationFile.Read(text), problems),
                _ => new IdentityFile(name, [], null, null, [IdentityProblems.Foreign(name)]),
            };
        }
        catch (FormatException wrong)
        {
            return Unreadable(name, wrong.Message);
        }
        catch (JsonException wrong)
        {
            return Unreadable(name, wrong.Message);
        }
        catch (InvalidOperationException)
        {
            // What the reader of JSON says to a text with half a character in it.
            return Unreadable(name, "it is not in UTF-8.");
        }
    }

    private static IdentityFile Told(IdentityFile file) =>
        file.Details is { Identities: [], Policies: [] } ? Unreadable(file.Name, "it tells of no identities.") : file;

    private static IdentityFile Unreadable(string name, string why) => new(name, [], null, null, [IdentityProblems.Unreadable(name, why)]);

    /// <summary>Tells by the first member that only one of the kinds has. Anything that is before it is passed over.</summary>
    private static IdentityFileKind Kind(byte[] text)
    {
        var json = new Utf8JsonReader(text, JsonFile.Options);
        while (json.Read() && json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            if (json.TokenType is JsonTokenType.StartArray)
            {
                continue;
            }

            while (json.Member())
            {
                if (json.ValueTextEquals("UserDetailList"u8) || json.ValueTextEquals("GroupDetailList"u8)
                    || json.ValueTextEquals("RoleDetailList"u8) || json.ValueTextEquals("Policies"u8))
                {
                    return IdentityFileKind.Identities;
                }

                if (json.ValueTextEquals("OrganizationId"u8) || json.ValueTextEquals("ServiceControlPolicies"u8) || json.ValueTextEquals("ResourceControlPolicies"u8))
                {
                    return IdentityFileKind.Organization;
                }

                json.Skip();
            }
        }

        return IdentityFileKind.Other;
    }

    /// <summary>A folder may have CloudTrail's files besides, which are large and another command's. One begins with its records.</summary>
    private static bool IsCloudTrail(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        Span<byte> start = stackalloc byte[64];
        var head = start[..RandomAccess.Read(file, start, 0)];
        var brace = head.IndexOf((byte)'{');
        return brace >= 0 && head[(brace + 1)..].TrimStart(" \t\r\n"u8).StartsWith("\"Records\""u8);
    }
}

/// <summary>The kinds of files that tell of identities.</summary>
internal enum IdentityFileKind
{
    /// <summary>None of them.</summary>
    Other,

    /// <summary>Written by <c>aws iam get-account-authorization-details</c>.</summary>
    Identities,

    /// <summary>An organization's policies.</summary>
    Organization,
}
