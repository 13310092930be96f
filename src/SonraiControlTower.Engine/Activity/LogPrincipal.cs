using System.Runtime.CompilerServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>A principal as records name it.</summary>
/// <param name="Kind">A word of <see cref="PrincipalKind"/>.</param>
/// <param name="Arn">Its ARN; a role's without its path where only a session's ARN was in the record.</param>
/// <param name="IssuerArn">The user that made the session of a federated user; null for others.</param>
internal sealed record LogPrincipal(string Kind, string Arn, string? IssuerArn = null)
{
    private const string AssumedRole = ":assumed-role/";

    /// <summary>The account; null where the ARN has none.</summary>
    public string? Account => Arn.Split(':', 6) is [_, _, _, _, { Length: > 0 } account, _] ? account : null;

    /// <summary>What a record's identity is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IdentityKind KindOf(scoped in CallRecord record)
    {
        var type = record.IdentityType;
        return type.SequenceEqual("AssumedRole"u8) || type.SequenceEqual("Role"u8) ? IdentityKind.Role
            : type.SequenceEqual("IAMUser"u8) ? IdentityKind.User
            : type.SequenceEqual("Root"u8) ? IdentityKind.Root
            : type.SequenceEqual("FederatedUser"u8) ? IdentityKind.FederatedUser
            : IdentityKind.None;
    }

    /// <summary>The ARN that tells the principal: a role's own where the record has it, since a session's leaves the path out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<byte> ArnOf(IdentityKind kind, scoped in CallRecord record) =>
        kind == IdentityKind.Role && Bytes.Has(record.IssuerArn, ":role/"u8) ? record.IssuerArn : record.IdentityArn;

    /// <summary>Null for an ARN that is not of such a principal.</summary>
    public static LogPrincipal? Of(IdentityKind kind, ReadOnlySpan<byte> arn, ReadOnlySpan<byte> issuerArn)
    {
        var text = Encoding.UTF8.GetString(arn);
        var isIam = text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(":iam::", StringComparison.Ordinal);
        return kind switch
        {
            IdentityKind.User when isIam && text.Contains(":user/", StringComparison.Ordinal) => new(PrincipalKind.User, text),
            IdentityKind.Root when isIam && text.EndsWith(":root", StringComparison.Ordinal) => new(PrincipalKind.Root, text),
            IdentityKind.Role => Role(text, isIam),
            IdentityKind.FederatedUser when text.Contains(":federated-user/", StringComparison.Ordinal) =>
                new(PrincipalKind.FederatedUser, text, issuerArn.IsEmpty ? null : Encoding.UTF8.GetString(issuerArn)),
            _ => null,
        };
    }

    private static LogPrincipal? Role(string arn, bool isIam)
    {
        if (isIam && arn.Contains(":role/", StringComparison.Ordinal))
        {
            var isLinked = arn.Contains(":role/aws-service-role/", StringComparison.Ordinal) || arn.Contains(":role/AWSServiceRoleFor", StringComparison.Ordinal);
            return new(isLinked ? PrincipalKind.ServiceLinkedRole : PrincipalKind.Role, arn);
        }

        // arn:aws:sts::123456789012:assumed-role/NAME/SESSION
        var start = arn.IndexOf(AssumedRole, StringComparison.Ordinal);
        if (start < 0 || !arn.StartsWith("arn:", StringComparison.Ordinal) || arn.Split(':', 6) is not [_, var partition, "sts", _, var account, var rest])
        {
            return null;
        }

        var name = rest[(AssumedRole.Length - 1)..].Split('/')[0];
        return name.Length == 0 ? null : Role($"arn:{partition}:iam::{account}:role/{name}", isIam: true);
    }
}
