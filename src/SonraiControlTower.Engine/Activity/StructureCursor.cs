using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SonraiControlTower.Engine;

/// <summary>
/// Walks over the quotes that begin and end strings, and the brackets outside of strings, of JSON in UTF-8; all else it passes by, 64 bytes at a
/// time. What a string says can therefore never be taken for structure. It does not judge whether the text is JSON.
/// </summary>
/// <remarks>
/// What scans is compiled with all optimizations at once, here and in what uses it: a million records are read before the runtime would notice that
/// it pays.
/// </remarks>
internal ref struct StructureCursor
{
    /// <summary>What <see cref="PassString"/> answers where no string begins.</summary>
    public const int Elsewhere = -2;

    private const int Block = 64;
    private const ulong EvenBits = 0x5555_5555_5555_5555;

    private readonly ReadOnlySpan<byte> _text;
    private int _base;
    private int _next;

    // Bits of the current block that are still ahead, and which of its bits open and close.
    private ulong _ahead;
    private ulong _opens;
    private ulong _closes;

    // Carried from block to block: all ones within a string; one where the first byte is escaped.
    private ulong _inString;
    private ulong _isEscaped;

    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin: outside of any string.</param>
    public StructureCursor(ReadOnlySpan<byte> text, int start)
    {
        _text = text;
        _base = start;
        _next = start;
    }

    private bool _hasBackslashHere;

    /// <summary>Whether there is a backslash in a block that was looked at since <see cref="ForgetBackslashes"/>, or in the one before.</summary>
    public bool HasBackslash { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ForgetBackslashes() => HasBackslash = _hasBackslashHere;

    /// <summary>The place of the next quote or bracket; -1 at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        while (_ahead == 0)
        {
            if (!Load())
            {
                return -1;
            }
        }

        var place = _base + BitOperations.TrailingZeroCount(_ahead);
        _ahead &= _ahead - 1;
        return place;
    }

    /// <summary>Passes a string that begins at the next quote; gives the place of its last quote, -1 where the text ends before.</summary>
    /// <param name="open">Where it should begin; the answer is <see cref="Elsewhere"/> where something else comes first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PassString(int open)
    {
        // Most strings begin and end in one block.
        var rest = _ahead & (_ahead - 1);
        if (rest != 0 && _base + BitOperations.TrailingZeroCount(_ahead) == open)
        {
            _ahead = rest & (rest - 1);
            return _base + BitOperations.TrailingZeroCount(rest);
        }

        return Next() == open ? Next() : Elsewhere;
    }

    /// <summary>Goes to the bracket that closes the one that was just passed; -1 where the text ends before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Close()
    {
        var depth = 1;
        while (true)
        {
            var opens = _opens & _ahead;
            var closes = _closes & _ahead;
            if (BitOperations.PopCount(closes) < depth)
            {
                depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
            }
            else
            {
                for (var rest = opens | closes; rest != 0; rest &= rest - 1)
                {
                    var bit = rest & (ulong)-(long)rest;
                    depth += (bit & opens) != 0 ? 1 : -1;
                    if (depth == 0)
                    {
                        _ahead &= ~(bit | (bit - 1));
                        return _base + BitOperations.TrailingZeroCount(bit);
                    }
                }
            }

            if (!Load())
            {
                return -1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Load()
    {
        if (_next >= _text.Length)
        {
            _ahead = 0;
            return false;
        }

        _base = _next;
        _next += Block;
        if (_text.Length - _base >= Block)
        {
            Classify(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), _base));
        }
        else
        {
            Span<byte> last = stackalloc byte[Block];
            last.Clear();
            _text[_base..].CopyTo(last);
            Classify(ref MemoryMarshal.GetReference(last));
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Classify(ref byte block)
    {
        ulong quotes, backslashes, opens, closes;
        if (Vector512.IsHardwareAccelerated)
        {
            var all = Vector512.LoadUnsafe(ref block);
            var folded = all | Vector512.Create((byte)0x20);
            quotes = Vector512.Equals(all, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
            backslashes = Vector512.Equals(all, Vector512.Create((byte)'\\')).ExtractMostSignificantBits();
            opens = Vector512.Equals(folded, Vector512.Create((byte)'{')).ExtractMostSignificantBits();
            closes = Vector512.Equals(folded, Vector512.Create((byte)'}')).ExtractMostSignificantBits();
        }
        else
        {
            var low = Vector256.LoadUnsafe(ref block);
            var high = Vector256.LoadUnsafe(ref block, 32);
            quotes = Where(low, high, (byte)'"');
            backslashes = Where(low, high, (byte)'\\');

            // One bit apart from each other: '[' and '{', ']' and '}'.
            var fold = Vector256.Create((byte)0x20);
            opens = Where(low | fold, high | fold, (byte)'{');
            closes = Where(low | fold, high | fold, (byte)'}');
        }

        _hasBackslashHere = (backslashes | _isEscaped) != 0;
        if (_hasBackslashHere)
        {
            HasBackslash = true;
            quotes &= ~Escaped(backslashes);
        }

        var inside = Spread(quotes) ^ _inString;
        _inString = (ulong)((long)inside >> 63);
        _opens = opens & ~inside;
        _closes = closes & ~inside;
        _ahead = quotes | _opens | _closes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Where(Vector256<byte> low, Vector256<byte> high, byte value)
    {
        var wanted = Vector256.Create(value);
        return Vector256.Equals(low, wanted).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(high, wanted).ExtractMostSignificantBits() << 32);
    }

    /// <summary>
    /// The bytes that a backslash escapes: those after a run of backslashes of odd length. Adding a run to its first bit carries into the byte after it,
    /// whose place, even or odd, tells the length.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Escaped(ulong backslashes)
    {
        backslashes &= ~_isEscaped;
        var follows = (backslashes << 1) | _isEscaped;
        var oddStarts = backslashes & ~EvenBits & ~follows;
        var ends = oddStarts + backslashes;
        _isEscaped = ends < oddStarts ? 1UL : 0UL;
        return (EvenBits ^ (ends << 1)) & follows;
    }

    /// <summary>Sets every bit from a set one (included) to the next set one (excluded).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
        {
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128.Create(ulong.MaxValue), 0).ToScalar();
        }

        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
