using System.Buffers;
using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

internal enum MemberStep
{
    /// <summary>There is a member; or its value was passed.</summary>
    Member,

    /// <summary>The object has ended.</summary>
    End,

    Incomplete,
    Unusual,
}

/// <summary>Goes through the members of one object: <see cref="Next"/> to its value, then past the value.</summary>
internal ref struct MemberScan(ReadOnlySpan<byte> text, int open)
{
    private static readonly SearchValues<byte> _literalEnd = SearchValues.Create(" ,}]\n\r\t"u8);
    private static readonly SearchValues<byte> _numberBytes = SearchValues.Create("0123456789+-.eE"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _keyStart;
    private int _keyEnd;
    private int _valueStart;
    private bool _isFirst = true;

    /// <summary>The place of the value, and after it once it is passed; at last the place after the object.</summary>
    public int At { get; private set; } = open + 1;

    public readonly ReadOnlySpan<byte> Key => _text[_keyStart.._keyEnd];

    /// <summary>The value that was passed, as it is written.</summary>
    public readonly ReadOnlySpan<byte> Raw => _text[_valueStart..At];

    public readonly bool IsText => _text[_valueStart] == '"';

    public readonly bool IsObject => _text[_valueStart] == '{';

    /// <summary>The value that was passed, without its quotes; empty for one that is no text.</summary>
    public readonly ReadOnlySpan<byte> Text => IsText ? _text[(_valueStart + 1)..(At - 1)] : default;

    /// <summary>Goes to the next value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MemberStep Next(ref StructureCursor cursor)
    {
        var text = _text;
        var at = JsonSpace.Skip(text, At);
        if (at >= text.Length)
        {
            return MemberStep.Incomplete;
        }

        if (text[at] == '}')
        {
            At = at + 1;
            return cursor.Next() == at ? MemberStep.End : MemberStep.Unusual;
        }

        if (!_isFirst)
        {
            if (text[at] != ',')
            {
                return MemberStep.Unusual;
            }

            at = JsonSpace.Skip(text, at + 1);
            if (at >= text.Length)
            {
                return MemberStep.Incomplete;
            }
        }

        _isFirst = false;
        var end = text[at] == '"' ? cursor.PassString(at) : StructureCursor.Elsewhere;
        if (end < 0)
        {
            return end == StructureCursor.Elsewhere ? MemberStep.Unusual : MemberStep.Incomplete;
        }

        (_keyStart, _keyEnd) = (at + 1, end);
        if (cursor.HasBackslash && Key.Contains((byte)'\\'))
        {
            return MemberStep.Unusual;
        }

        at = JsonSpace.Skip(text, end + 1);
        if (at < text.Length && text[at] != ':')
        {
            return MemberStep.Unusual;
        }

        At = _valueStart = JsonSpace.Skip(text, at + 1);
        return At < text.Length ? MemberStep.Member : MemberStep.Incomplete;
    }

    /// <summary>Passes the value.</summary>
    /// <param name="cursor">Stands before the value.</param>
    /// <param name="counts">Whether the value counts, so that it may have no escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MemberStep Value(ref StructureCursor cursor, bool counts)
    {
        int end;
        switch (_text[At])
        {
            case (byte)'"':
                end = cursor.PassString(At);
                if (end == StructureCursor.Elsewhere)
                {
                    return MemberStep.Unusual;
                }

                if (end >= 0 && counts && cursor.HasBackslash && _text[At..end].Contains((byte)'\\'))
                {
                    return MemberStep.Unusual;
                }

                break;
            case (byte)'{' or (byte)'[':
                if (cursor.Next() != At)
                {
                    return MemberStep.Unusual;
                }

                end = cursor.Close();
                break;
            default:
                return Literal();
        }

        At = end + 1;
        return end < 0 ? MemberStep.Incomplete : MemberStep.Member;
    }

    /// <summary>Takes over from a scan of the value itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MemberStep Past(in MemberScan inner, MemberStep step)
    {
        At = inner.At;
        return step == MemberStep.End ? MemberStep.Member : step;
    }

    /// <summary>Takes over after a bracket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MemberStep Past(int bracket, int seen)
    {
        At = bracket + 1;
        return bracket == seen ? MemberStep.Member : MemberStep.Unusual;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MemberStep Literal()
    {
        var rest = _text[At..];
        var length = rest.IndexOfAny(_literalEnd);
        if (length < 0)
        {
            // The longest number that anybody writes is shorter than this.
            return rest.Length > 64 ? MemberStep.Unusual : MemberStep.Incomplete;
        }

        var literal = rest[..length];
        At += length;
        return literal.SequenceEqual("true"u8) || literal.SequenceEqual("false"u8) || literal.SequenceEqual("null"u8)
            || (length > 0 && !literal.ContainsAnyExcept(_numberBytes))
            ? MemberStep.Member
            : MemberStep.Unusual;
    }
}
