using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// Takes ARNs apart (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</see>):
/// <c>arn:partition:service:region:account:resource</c>.
/// </summary>
internal static class ArnText
{
    private const int Colons = 5;

    /// <summary>Where the resource part begins; -1 for no ARN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int ResourceStart(ReadOnlySpan<byte> arn)
    {
        var colons = 0;
        for (var at = 0; at < arn.Length; at++)
        {
            if (arn[at] == ':' && ++colons == Colons)
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>
    /// A pattern that means just this text. IAM takes <c>*</c> and <c>?</c> in a policy for wildcards wherever they come from; <c>${*}</c> is the
    /// character itself (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">policy variables</see>).
    /// </summary>
    public static byte[] Literal(ReadOnlySpan<byte> text)
    {
        var literal = new List<byte>(text.Length + 12);
        foreach (var one in text)
        {
            if (one is (byte)'*' or (byte)'?' or (byte)'$')
            {
                literal.AddRange([(byte)'$', (byte)'{', one, (byte)'}']);
            }
            else
            {
                literal.Add(one);
            }
        }

        return [.. literal];
    }

    /// <summary>A group's prefix with less in it. A part that is empty stays so: Amazon S3 has neither Region nor account.</summary>
    public static ReadOnlySpan<byte> Widen(ReadOnlySpan<byte> prefix, ArnBreadth level)
    {
        var resource = ResourceStart(prefix);
        if (resource < 0)
        {
            return prefix;
        }

        var account = prefix[..(resource - 1)].LastIndexOf((byte)':') + 1;
        var region = prefix[..(account - 1)].LastIndexOf((byte)':') + 1;
        var wide = new List<byte>(prefix.Length + 2);
        wide.AddRange(prefix[..region]);
        Part(wide, prefix[region..(account - 1)], level >= ArnBreadth.AnyRegion);
        Part(wide, prefix[account..(resource - 1)], level >= ArnBreadth.AnyAccount);
        if (level < ArnBreadth.AnyResource)
        {
            wide.AddRange(prefix[resource..]);
        }

        return wide.ToArray();
    }

    /// <summary>A tail with less in it: all of a folder, or all below its first segment. One without segments stays what it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<byte> Widen(ReadOnlySpan<byte> tail, TailBreadth level)
    {
        var slash = Slash(tail, level);
        return slash < 0 ? tail : (byte[])[.. tail[..(slash + 1)], (byte)'*'];
    }

    /// <summary>The slash that a tail is cut after; -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Slash(ReadOnlySpan<byte> tail, TailBreadth level) =>
        level == TailBreadth.Folder ? tail.LastIndexOf((byte)'/') : tail.IndexOf((byte)'/');

    private static void Part(List<byte> wide, ReadOnlySpan<byte> part, bool isAny)
    {
        wide.AddRange(isAny && !part.IsEmpty ? "*"u8 : part);
        wide.Add((byte)':');
    }
}
