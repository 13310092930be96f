using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// Goes through the members of one object that count: <see cref="Next"/> to the value of one, then past it by one of the other methods. Each answers false where
/// it cannot go on, and <see cref="End"/> says why.
/// </summary>
internal ref struct ObjectScan
{
    private const int Odd = -2;
    private const int LongestWord = 6;
    private const int LongestNumber = 64;

    private readonly ReadOnlySpan<byte> _text;
    private readonly TextStructure _structure;
    private readonly KeyMemory _keys;
    private int _key;
    private int _value;

    /// <param name="text">The text.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="keys">The keys of such objects.</param>
    /// <param name="open">Where the object begins.</param>
    public ObjectScan(ReadOnlySpan<byte> text, TextStructure structure, KeyMemory keys, int open)
    {
        _text = text;
        _structure = structure;
        _keys = keys;
        At = open + 1;
    }

    /// <summary>The place of the value, and after it once it is passed; at last the place after the object.</summary>
    public int At { get; private set; }

    /// <summary>Why it does not go on.</summary>
    public RecordEnd End { get; private set; }

    public readonly RecordKey Key => _keys.Key(_key);

    /// <summary>The first byte of the value that comes next.</summary>
    public readonly byte Mark => _text[At];

    /// <summary>The value that was passed, as it is written.</summary>
    public readonly ReadOnlySpan<byte> Raw => _text[_value..At];

    /// <summary>The value that was passed, if it is an object, as it is written; else empty.</summary>
    public readonly ReadOnlySpan<byte> Object => _text[_value] == '{' ? Raw : default;

    /// <summary>The value that was passed, without its quotes; empty for one that is no text.</summary>
    public readonly ReadOnlySpan<byte> Text => _text[_value] == '"' ? _text[(_value + 1)..(At - 1)] : default;

    /// <summary>Goes to the next value that counts, past those that do not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        // Most values do not count: for them nothing is kept in memory.
        var (at, key) = (At, _key);
        while (true)
        {
            var guess = _keys.Guess(key, _text[at..]);
            if (guess >= 0)
            {
                key = guess;
                at += _keys.Length(guess);
            }
            else
            {
                (At, _key) = (at, key);
                if (!ReadKey())
                {
                    return false;
                }

                (at, key) = (At, _key);
            }

            if (_keys.Key(key) != RecordKey.Other)
            {
                _key = key;
                At = _value = at;
                return true;
            }

            var end = EndOfValue(at);
            if (end < 0)
            {
                return Fail(end);
            }

            at = end + 1;
        }
    }

    /// <summary>Passes the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Pass()
    {
        var end = EndOfValue(At);
        if (end < 0)
        {
            return Fail(end);
        }

        At = end + 1;
        return true;
    }

    /// <summary>Whether the value that was passed, which counts, has no escapes if it is a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsPlain() => !_structure.MayHaveBackslash(_value, At - 1) || !Text.Contains((byte)'\\') || Fail(RecordEnd.Unusual);

    /// <summary>Takes over from a scan of the value itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Past(in ObjectScan inner)
    {
        (At, End) = (inner.At, inner.End);
        return End == RecordEnd.Read;
    }

    /// <summary>Takes over at a place after the value.</summary>
    public bool Past(int place)
    {
        At = place;
        return true;
    }

    private bool Fail(int end) => Fail(end == Odd ? RecordEnd.Unusual : RecordEnd.Incomplete);

    /// <summary>The last place of a value; -1 where the text ends before, <see cref="Odd"/> for what is no value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int EndOfValue(int at)
    {
        var mark = _text[at];
        return mark == '"' ? _structure.EndOfString(at)
            : mark is (byte)'{' or (byte)'[' ? _structure.Close(at)
            : EndOfLiteral(at);
    }

    /// <summary>Stops.</summary>
    public bool Fail(RecordEnd why)
    {
        End = why;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadKey()
    {
        var text = _text;
        var start = At;
        var at = JsonSpace.Skip(text, start);
        if (at >= text.Length)
        {
            return Fail(RecordEnd.Incomplete);
        }

        if (text[at] == '}')
        {
            At = at + 1;
            return Fail(RecordEnd.Read);
        }

        if (_key != KeyMemory.Start)
        {
            if (text[at] != ',')
            {
                return Fail(RecordEnd.Unusual);
            }

            at = JsonSpace.Skip(text, at + 1);
            if (at >= text.Length)
            {
                return Fail(RecordEnd.Incomplete);
            }
        }

        if (text[at] != '"')
        {
            return Fail(RecordEnd.Unusual);
        }

        var end = _structure.EndOfString(at);
        if (end < 0)
        {
            return Fail(RecordEnd.Incomplete);
        }

        var key = text[(at + 1)..end];
        if (_structure.MayHaveBackslash(at, end) && key.Contains((byte)'\\'))
        {
            return Fail(RecordEnd.Unusual);
        }

        at = JsonSpace.Skip(text, end + 1);
        if (at < text.Length && text[at] != ':')
        {
            return Fail(RecordEnd.Unusual);
        }

        At = _value = JsonSpace.Skip(text, at + 1);
        if (At >= text.Length)
        {
            return Fail(RecordEnd.Incomplete);
        }

        _key = _keys.Learn(_key, text[start..At], RecordKeys.Find(key));
        return true;
    }

    /// <summary>The last place of a value without quotes or brackets; <see cref="Odd"/> for what is no such value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly int EndOfLiteral(int at)
    {
        var rest = _text[at..];
        var length = rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? 4
            : rest.StartsWith("false"u8) ? 5
            : LengthOfNumber(rest);
        if (length == rest.Length || rest.Length < LongestWord)
        {
            // The longest number that anybody writes is shorter than this.
            return rest.Length > LongestNumber ? Odd : -1;
        }

        return length > 0 && rest[length] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' ? at + length - 1 : Odd;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LengthOfNumber(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E')
        {
            length++;
        }

        return length;
    }
}
