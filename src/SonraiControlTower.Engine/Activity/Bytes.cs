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

    /// <summary>Whether there is a place where one byte stands, and another one so many places after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool HasPair(ReadOnlySpan<byte> text, byte first, byte second, int distance)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        var (firsts, seconds) = (Vector256.Create(first), Vector256.Create(second));
        for (; at <= text.Length - distance - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var both = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), firsts)
                & Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)(at + distance)), seconds);
            if (both != Vector256<byte>.Zero)
            {
                return true;
            }
        }

        for (; at < text.Length - distance; at++)
        {
            if (Unsafe.Add(ref start, at) == first && Unsafe.Add(ref start, at + distance) == second)
            {
                return true;
            }
        }

        return false;
    }
}
