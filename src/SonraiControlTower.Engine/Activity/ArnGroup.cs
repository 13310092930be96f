using System.Runtime.CompilerServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>ARNs of a summary that begin alike.</summary>
/// <param name="prefix">What they begin with, as a pattern, up to and with a separator.</param>
/// <param name="level">How broad its tails are to begin with.</param>
internal sealed class ArnGroup(byte[] prefix, TailBreadth level)
{
    /// <summary>How many tails a group may have as they are.</summary>
    public const int Room = 12;

    /// <summary>How many patterns of tails it may have.</summary>
    public const int PatternRoom = 6;

    private readonly List<byte[]> _tails = [];

    /// <summary>As it was written.</summary>
    public ArnGroup(byte[] prefix, TailBreadth level, IEnumerable<byte[]> tails)
        : this(prefix, level) => _tails.AddRange(tails);

    public byte[] Prefix => prefix;

    public TailBreadth Level { get; private set; } = level;

    /// <summary>What stands after the prefix, as patterns; nothing where that may be anything.</summary>
    public IReadOnlyList<byte[]> Tails => _tails;

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
        foreach (var tail in other._tails)
        {
            Add(tail);
        }
    }

    public IEnumerable<string> Patterns()
    {
        var start = Encoding.UTF8.GetString(prefix);
        return Level == TailBreadth.Anything ? [start + "*"] : _tails.Select(tail => start + Encoding.UTF8.GetString(tail));
    }

    /// <summary>Whether the pattern that the tail would become is there; found without making it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsCovered(ReadOnlySpan<byte> tail)
    {
        var kept = tail[..(ArnText.Slash(tail, Level) + 1)];
        foreach (var known in _tails)
        {
            if (kept.Length > 0 && known.Length == kept.Length + 1 && known[^1] == (byte)'*' && known.AsSpan().StartsWith(kept))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(ReadOnlySpan<byte> tail)
    {
        foreach (var known in _tails)
        {
            if (tail.SequenceEqual(known))
            {
                return;
            }
        }

        _tails.Add(tail.ToArray());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fit()
    {
        while (Level != TailBreadth.Anything && _tails.Count > (Level == TailBreadth.Exact ? Room : PatternRoom))
        {
            Raise(Level + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Raise(TailBreadth level)
    {
        if (level <= Level)
        {
            return;
        }

        Level = level;
        byte[][] before = [.. _tails];
        _tails.Clear();
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

/// <summary>How much of the last parts of its ARNs a group still tells apart.</summary>
internal enum TailBreadth
{
    Exact,
    Folder,
    FirstSegment,
    Anything,
}
