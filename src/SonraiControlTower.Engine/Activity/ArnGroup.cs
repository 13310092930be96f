using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>ARNs of a summary that begin alike. There are very many of them, so that each is one object and one piece of text.</summary>
internal sealed class ArnGroup
{
    /// <summary>How many tails a group may have as they are.</summary>
    public const int Room = 12;

    /// <summary>How many patterns of tails it may have.</summary>
    public const int PatternRoom = 6;

    private readonly int _prefix;

    // The prefix, and every tail behind its length.
    private byte[] _text;
    private int _used;

    /// <param name="prefix">What they begin with, as a pattern, up to and with a separator.</param>
    /// <param name="level">How broad its tails are to begin with.</param>
    /// <param name="room">How much of tails to make room for.</param>
    public ArnGroup(ReadOnlySpan<byte> prefix, TailBreadth level, int room)
    {
        _text = new byte[prefix.Length + room];
        prefix.CopyTo(_text);
        _prefix = _used = prefix.Length;
        Level = level;
    }

    public ReadOnlySpan<byte> Prefix => _text.AsSpan(0, _prefix);

    public TailBreadth Level { get; private set; }

    /// <summary>How many tails there are.</summary>
    public int Count { get; private set; }

    /// <summary>What stands after the prefix, as patterns; nothing where that may be anything.</summary>
    public TailEnumerator Tails => new(_text.AsSpan(_prefix, _used - _prefix));

    /// <summary>The next group of the same summary.</summary>
    public ArnGroup? Next { get; set; }

    /// <summary>How many bytes its tails need.</summary>
    public int TailBytes => _used - _prefix;

    /// <summary>How many bytes a tail needs.</summary>
    public static int BytesOf(ReadOnlySpan<byte> tail) => tail.Length + sizeof(int);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> tail)
    {
        if (Level == TailBreadth.Anything)
        {
            return;
        }

        if (Level == TailBreadth.Exact || !IsCovered(tail))
        {
            Put(Level == TailBreadth.Exact ? tail : ArnText.Widen(tail, Level));
            Fit();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ArnGroup other)
    {
        Raise(other.Level);
        foreach (var tail in other.Tails)
        {
            Add(tail);
        }
    }

    /// <summary>Puts a tail of its level where the others are, if it is not among them. It does not look whether there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(ReadOnlySpan<byte> tail)
    {
        foreach (var known in Tails)
        {
            if (Bytes.AreSame(tail, known))
            {
                return;
            }
        }

        var used = _used + BytesOf(tail);
        if (used > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(used, _prefix + ((_text.Length - _prefix) * 2)));
        }

        MemoryMarshal.Write(_text.AsSpan(_used), tail.Length);
        tail.CopyTo(_text.AsSpan(_used + sizeof(int)));
        _used = used;
        Count++;
    }

    public IReadOnlyList<string> Patterns()
    {
        var start = Encoding.UTF8.GetString(Prefix);
        if (Level == TailBreadth.Anything)
        {
            return [start + "*"];
        }

        var patterns = new List<string>(Count);
        foreach (var tail in Tails)
        {
            patterns.Add(start + Encoding.UTF8.GetString(tail));
        }

        return patterns;
    }

    /// <summary>Whether the pattern that the tail would become is there; found without making it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsCovered(ReadOnlySpan<byte> tail)
    {
        var kept = tail[..(ArnText.Slash(tail, Level) + 1)];
        foreach (var known in Tails)
        {
            if (kept.Length > 0 && known.Length == kept.Length + 1 && known[^1] == (byte)'*' && known.StartsWith(kept))
            {
                return true;
            }
        }

        return false;
    }

    private void Fit()
    {
        while (Level != TailBreadth.Anything && Count > (Level == TailBreadth.Exact ? Room : PatternRoom))
        {
            Raise(Level + 1);
        }
    }

    private void Raise(TailBreadth level)
    {
        if (level <= Level)
        {
            return;
        }

        Level = level;
        var before = Tails;
        (_text, _used, Count) = (Level == TailBreadth.Anything ? Prefix.ToArray() : _text.AsSpan().ToArray(), _prefix, 0);
        if (Level != TailBreadth.Anything)
        {
            foreach (var tail in before)
            {
                Put(ArnText.Widen(tail, Level));
            }

            Fit();
        }
    }
}

/// <summary>Goes through the tails of a group.</summary>
internal ref struct TailEnumerator(ReadOnlySpan<byte> tails)
{
    private ReadOnlySpan<byte> _rest = tails;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly TailEnumerator GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var length = MemoryMarshal.Read<int>(_rest);
        Current = _rest.Slice(sizeof(int), length);
        _rest = _rest[(sizeof(int) + length)..];
        return true;
    }
}

/// <summary>How much of the last parts of its ARNs a group still tells apart.</summary>
internal enum TailBreadth
{
    Exact,
    Folder,
    FirstSegment,
    Anything,
}
