using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SonraiControlTower.Engine;

/// <summary>
/// What is asked of short texts for every record. The framework's own answers are as fast, but not at first: while the runtime learns how they are used,
/// which for an import is most of the time, each call costs several times as much.
/// </summary>
internal static class Bytes
{
    /// <summary>Whether two texts are the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var length = one.Length;
        if (length != other.Length)
        {
            return false;
        }

        ref var a = ref MemoryMarshal.GetReference(one);
        ref var b = ref MemoryMarshal.GetReference(other);
        if (length >= Vector128<byte>.Count)
        {
            // The last ones overlap those before.
            var last = length - Vector128<byte>.Count;
            for (var at = 0; at < last; at += Vector128<byte>.Count)
            {
                if (Vector128.LoadUnsafe(ref a, (nuint)at) != Vector128.LoadUnsafe(ref b, (nuint)at))
                {
                    return false;
                }
            }

            return Vector128.LoadUnsafe(ref a, (nuint)last) == Vector128.LoadUnsafe(ref b, (nuint)last);
        }

        for (var at = 0; at < length; at++)
        {
            if (Unsafe.Add(ref a, at) != Unsafe.Add(ref b, at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one text is in another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">What it is looked for; at least two bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted)
    {
        // First its first and last byte, in 32 places at once; there are few where both are.
        ref var start = ref MemoryMarshal.GetReference(text);
        var distance = wanted.Length - 1;
        var (firsts, lasts) = (Vector256.Create(wanted[0]), Vector256.Create(wanted[distance]));
        var at = 0;
        for (; at <= text.Length - distance - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var places = (Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), firsts)
                & Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)(at + distance)), lasts)).ExtractMostSignificantBits();
            for (; places != 0; places &= places - 1)
            {
                if (AreSame(text.Slice(at + BitOperations.TrailingZeroCount(places), wanted.Length), wanted))
                {
                    return true;
                }
            }
        }

        for (; at < text.Length - distance; at++)
        {
            if (text[at] == wanted[0] && AreSame(text.Slice(at, wanted.Length), wanted))
            {
                return true;
            }
        }

        return false;
    }
}
