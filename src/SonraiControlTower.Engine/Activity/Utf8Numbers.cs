using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SonraiControlTower.Engine;

/// <summary>Numbers by names in UTF-8, found in the text of a file without making strings. Not for several threads.</summary>
/// <remarks>
/// It is a table of its own since every record asks it three times: a dictionary of the framework would be compiled anew for these types in every
/// process, slowly at first.
/// </remarks>
internal sealed class Utf8Numbers
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;
    private const int FirstSlots = 64;

    // Whoever writes names into a log cannot choose them to collide.
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    // INVARIANT: their length is a power of two, and at most half of them are taken, so that every search ends.
    private Slot[] _slots = new Slot[FirstSlots];
    private int _count;

    /// <summary>The number of a name of two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(ReadOnlySpan<byte> name, ReadOnlySpan<byte> more, out int number)
    {
        ref readonly var slot = ref _slots[Find(_slots, name, more, Hash(name, more))];
        number = slot.Number;
        return slot.Name is not null;
    }

    public bool TryGet(ReadOnlySpan<byte> name, out int number) => TryGet(name, default, out number);

    public void Set(ReadOnlySpan<byte> name, int number) => Set(name, default, number);

    public void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> more, int number)
    {
        var hash = Hash(name, more);
        ref var slot = ref _slots[Find(_slots, name, more, hash)];
        if (slot.Name is not null)
        {
            slot.Number = number;
            return;
        }

        slot = new Slot([.. name, .. more], name.Length, hash, number);
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    public void Clear() => (_slots, _count) = (new Slot[FirstSlots], 0);

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.Name is { } name)
            {
                slots[Find(slots, name.AsSpan(0, slot.First), name.AsSpan(slot.First), slot.Hash)] = slot;
            }
        }

        _slots = slots;
    }

    /// <summary>The slot of the name, or the free one where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Find(Slot[] slots, ReadOnlySpan<byte> name, ReadOnlySpan<byte> more, ulong hash)
    {
        var last = slots.Length - 1;
        var at = (int)hash & last;
        while (slots[at].Name is { } known
            && (slots[at].Hash != hash || slots[at].First != name.Length || !Bytes.AreSame(name, known.AsSpan(0, name.Length)) || !Bytes.AreSame(more, known.AsSpan(name.Length))))
        {
            at = (at + 1) & last;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Hash(ReadOnlySpan<byte> name, ReadOnlySpan<byte> more)
    {
        var hash = Hash(_seed ^ (ulong)name.Length, name);
        return more.IsEmpty ? hash : Hash(hash, more);
    }

    /// <summary>Sixteen bytes a step, each multiplied to twice its length and folded; the last ones overlap those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ulong seed, ReadOnlySpan<byte> text)
    {
        var hash = seed;
        if (text.Length >= 2 * sizeof(ulong))
        {
            var rest = text;
            while (rest.Length > 2 * sizeof(ulong))
            {
                hash = Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ Odd, BinaryPrimitives.ReadUInt64LittleEndian(rest[sizeof(ulong)..]) ^ hash);
                rest = rest[(2 * sizeof(ulong))..];
            }

            rest = text[^(2 * sizeof(ulong))..];
            return Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ Odd, BinaryPrimitives.ReadUInt64LittleEndian(rest[sizeof(ulong)..]) ^ hash);
        }

        var word = 0UL;
        foreach (var one in text)
        {
            word = (word << 8) | one;
            hash = text.Length > sizeof(ulong) ? Fold(hash ^ one, Odd) : hash;
        }

        return Fold(word ^ Odd, hash ^ (ulong)text.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }

    private record struct Slot(byte[]? Name, int First, ulong Hash, int Number);
}
