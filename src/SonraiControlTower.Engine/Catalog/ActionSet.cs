using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SonraiControlTower.Engine;

/// <summary>A set of actions of the catalogue, one bit for each, so that whole policies are united and taken from each other at once.</summary>
// Its loops are compiled for good at once: a session asks once for a whole estate, and would be done before the runtime takes them for hot.
internal sealed class ActionSet : IEquatable<ActionSet>
{
    private const int Bits = 64;
    private readonly ulong[] _words;

    private readonly bool _isLent;

    /// <param name="size">How many actions the catalogue has.</param>
    /// <param name="isLent">Whether it is only for a while what it is now.</param>
    public ActionSet(int size, bool isLent = false)
    {
        _isLent = isLent;

        // INVARIANT: whole vectors, so that no loop needs a rest.
        var vectors = (size + (Bits * Vector<ulong>.Count) - 1) / (Bits * Vector<ulong>.Count);
        _words = new ulong[vectors * Vector<ulong>.Count];
    }

    private ActionSet(ulong[] words) => _words = words;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool this[int action] => (_words[action / Bits] >> (action % Bits) & 1) != 0;

    public void Add(int action) => _words[action / Bits] |= 1UL << (action % Bits);

    public void Remove(int action) => _words[action / Bits] &= ~(1UL << (action % Bits));

    public void Clear() => Array.Clear(_words);

    public ActionSet Copy() => new([.. _words]);

    /// <summary>The set itself, or a copy where it is lent.</summary>
    public ActionSet Kept() => _isLent ? Copy() : this;

    /// <summary>Makes it the same as another.</summary>
    public void Become(ActionSet other) => other._words.CopyTo(_words, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void UnionWith(ActionSet other)
    {
        var mine = Vectors(_words);
        var theirs = Vectors(other._words);
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            mine[i] |= theirs[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void IntersectWith(ActionSet other)
    {
        var mine = Vectors(_words);
        var theirs = Vectors(other._words);
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            mine[i] &= theirs[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ExceptWith(ActionSet other)
    {
        var mine = Vectors(_words);
        var theirs = Vectors(other._words);
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            mine[i] = Vector.AndNot(mine[i], theirs[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Overlaps(ActionSet other)
    {
        var mine = Vectors(_words);
        var theirs = Vectors(other._words);
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            if ((mine[i] & theirs[i]) != Vector<ulong>.Zero)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all of these are in the other set, too.</summary>
    public bool IsWithin(ActionSet other)
    {
        var theirs = other._words;
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~theirs[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The actions, in the catalogue's order.</summary>
    public IEnumerable<int> Actions()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var rest = _words[i]; rest != 0; rest &= rest - 1)
            {
                yield return (i * Bits) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    private static Span<Vector<ulong>> Vectors(ulong[] words) => MemoryMarshal.Cast<ulong, Vector<ulong>>(words.AsSpan());

    public bool Equals(ActionSet? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as ActionSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
