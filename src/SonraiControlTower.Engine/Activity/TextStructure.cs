using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SonraiControlTower.Engine;

/// <summary>
/// Where the strings of a piece of JSON in UTF-8 begin and end, and where brackets stand outside of them: found for all of it at once, 64 bytes at a
/// time, and asked for by place afterwards. What a string says can therefore never be taken for structure. It does not judge whether the text is JSON.
/// </summary>
/// <remarks>
/// What scans is compiled with all optimizations at once, here and in what uses it: a million records are read before the runtime would notice that
/// it pays.
/// </remarks>
internal sealed class TextStructure
{
    private const int Block = 64;
    private const int Shift = 6;

    /// <summary>Blocks without any marks after the last one, so that it need not be asked for the end.</summary>
    private const int Beyond = 2;

    private const ulong EvenBits = 0x5555_5555_5555_5555;

    private Marks[] _blocks = [];
    private int _count;

    /// <summary>Looks at another text.</summary>
    /// <param name="text">Begins outside of any string.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<byte> text)
    {
        _count = (text.Length + Block - 1) >> Shift;
        if (_blocks.Length < _count + Beyond)
        {
            _blocks = new Marks[Math.Max(_count + Beyond, _blocks.Length * 2)];
        }

        _blocks.AsSpan(_count, Beyond).Clear();

        // Carried from block to block: all ones within a string; one where the first byte is escaped.
        var (inString, isEscaped) = (0UL, 0UL);
        ref var first = ref MemoryMarshal.GetReference(text);
        var whole = text.Length >> Shift;
        for (var block = 0; block < whole; block++)
        {
            Classify(ref Unsafe.Add(ref first, block << Shift), ref _blocks[block], ref inString, ref isEscaped);
        }

        if (whole < _count)
        {
            Span<byte> last = stackalloc byte[Block];
            last.Clear();
            text[(whole << Shift)..].CopyTo(last);
            Classify(ref MemoryMarshal.GetReference(last), ref _blocks[whole], ref inString, ref isEscaped);
        }
    }

    /// <summary>The place of the quote that ends a string; -1 where the text ends before.</summary>
    /// <param name="open">Where the string begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EndOfString(int open)
    {
        // The next 64 bytes, of whichever two blocks they are: most strings end within them, so that the processor guesses right.
        var start = open + 1;
        var block = start >> Shift;
        var quotes = (_blocks[block].Quotes >> start) | (_blocks[block + 1].Quotes << 1 << ~start);
        return quotes != 0 ? start + BitOperations.TrailingZeroCount(quotes) : EndOfLongString(block + 1);
    }

    /// <summary>Whether there may be a backslash in a piece of the text; true now and then where it is beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveBackslash(int start, int end)
    {
        var marks = 0UL;
        for (var block = start >> Shift; block <= end >> Shift; block++)
        {
            marks |= _blocks[block].Backslashes;
        }

        return marks != 0;
    }

    /// <summary>The place of the bracket that closes another one; -1 where the text ends before.</summary>
    /// <param name="open">The place of a bracket that opens; -1 is answered as well where it stands in a string.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Close(int open)
    {
        var block = open >> Shift;
        var ahead = ulong.MaxValue << open;
        if ((_blocks[block].Opens & (1UL << open)) == 0)
        {
            return -1;
        }

        var depth = 0;
        while (true)
        {
            var opens = _blocks[block].Opens & ahead;
            var closes = _blocks[block].Closes & ahead;
            if (BitOperations.PopCount(closes) < depth)
            {
                depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
            }
            else
            {
                for (var rest = opens | closes; rest != 0; rest &= rest - 1)
                {
                    depth += (rest & (ulong)-(long)rest & opens) != 0 ? 1 : -1;
                    if (depth == 0)
                    {
                        return (block << Shift) + BitOperations.TrailingZeroCount(rest);
                    }
                }
            }

            ahead = ulong.MaxValue;
            if (++block >= _count)
            {
                return -1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int EndOfLongString(int block)
    {
        for (; block < _count; block++)
        {
            if (_blocks[block].Quotes is not 0 and var quotes)
            {
                return (block << Shift) + BitOperations.TrailingZeroCount(quotes);
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Classify(ref byte block, ref Marks marks, ref ulong inString, ref ulong isEscaped)
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

        marks.Backslashes = backslashes | isEscaped;
        if (marks.Backslashes != 0)
        {
            quotes &= ~Escaped(backslashes, ref isEscaped);
        }

        var inside = Spread(quotes) ^ inString;
        inString = (ulong)((long)inside >> 63);
        marks.Quotes = quotes;
        marks.Opens = opens & ~inside;
        marks.Closes = closes & ~inside;
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
    private static ulong Escaped(ulong backslashes, ref ulong isEscaped)
    {
        backslashes &= ~isEscaped;
        var follows = (backslashes << 1) | isEscaped;
        var oddStarts = backslashes & ~EvenBits & ~follows;
        var ends = oddStarts + backslashes;
        isEscaped = ends < oddStarts ? 1UL : 0UL;
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

    /// <summary>A bit for each of 64 bytes.</summary>
    private struct Marks
    {
        /// <summary>Quotes that begin or end a string.</summary>
        public ulong Quotes;

        /// <summary>Brackets that open, outside of strings.</summary>
        public ulong Opens;

        /// <summary>Brackets that close, outside of strings.</summary>
        public ulong Closes;

        /// <summary>Backslashes, and the first byte where the block before ends with one that escapes it.</summary>
        public ulong Backslashes;
    }
}
