using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>
/// The roles and instance profiles that a request names by a value of their own. They count as handed on for calls of which the catalogue says so
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">passing a role</see>); all are kept, as a later catalogue may say so of more.
/// </summary>
internal static class PassedRoles
{
    /// <param name="requestParameters">An object as it is written; or nothing.</param>
    /// <param name="caller">The caller's ARN: a profile that is named without its ARN is of the same partition and account.</param>
    /// <param name="roles">Where they are put.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlySpan<byte> requestParameters, ReadOnlySpan<byte> caller, ArnList roles)
    {
        var namesProfile = Bytes.Has(requestParameters, "nstanceProfile"u8);
        if (!namesProfile && !Bytes.Has(requestParameters, ":role/"u8) && !Bytes.Has(requestParameters, ":instance-profile/"u8))
        {
            return;
        }

        if (!namesProfile && !requestParameters.Contains((byte)'\\'))
        {
            FindPlain(requestParameters, roles);
            return;
        }

        var first = roles.Count;
        try
        {
            Read(requestParameters, caller, roles);
        }
        catch (JsonException)
        {
            // The scan had no reason to look into it. No role of such a request is taken.
            roles.Truncate(first);
        }
    }

    /// <summary>The same where there are no escapes, so that every quote begins or ends a text, and no profile is named without its ARN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindPlain(ReadOnlySpan<byte> requestParameters, ArnList roles)
    {
        for (var at = 0; at < requestParameters.Length; at++)
        {
            if (requestParameters[at] != '"')
            {
                continue;
            }

            var start = ++at;
            while (at < requestParameters.Length && requestParameters[at] != '"')
            {
                at++;
            }

            var text = requestParameters[start..at];
            if (text.StartsWith("arn:"u8) && IsRole(text))
            {
                var next = JsonSpace.Skip(requestParameters, at + 1);
                if (next < requestParameters.Length && requestParameters[next] != ':')
                {
                    roles.Add(text);
                }
            }
        }
    }

    private static void Read(ReadOnlySpan<byte> requestParameters, ReadOnlySpan<byte> caller, ArnList roles)
    {
        var reader = RecordReader.Over(requestParameters, isFinal: true);
        var profileDepth = -1;
        var isProfileName = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isProfileName = reader.CurrentDepth == profileDepth && reader.ValueTextEquals("name"u8);
                if (reader.ValueTextEquals("iamInstanceProfile"u8))
                {
                    profileDepth = reader.CurrentDepth + 1;
                }
            }
            else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth < profileDepth)
            {
                profileDepth = -1;
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                var text = RecordReader.Text(reader);
                if (isProfileName)
                {
                    roles.Add(Profile(text, caller));
                }
                else if (IsRole(text))
                {
                    roles.Add(text);
                }
            }
        }
    }

    private static bool IsRole(ReadOnlySpan<byte> text)
    {
        var resource = text.StartsWith("arn:"u8) ? ArnText.ResourceStart(text) : -1;
        return resource > 0
            && text[..resource].IndexOf(":iam::"u8) > 0
            && (text[resource..].StartsWith("role/"u8) || text[resource..].StartsWith("instance-profile/"u8))
            && !text.ContainsAny(" \n\t\""u8);
    }

    private static byte[] Profile(ReadOnlySpan<byte> name, ReadOnlySpan<byte> caller)
    {
        var parts = Encoding.UTF8.GetString(caller).Split(':', 6);
        return parts.Length == 6 ? Encoding.UTF8.GetBytes($"arn:{parts[1]}:iam::{parts[4]}:instance-profile/{Encoding.UTF8.GetString(name)}") : [];
    }
}
