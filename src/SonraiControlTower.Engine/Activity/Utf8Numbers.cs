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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(ReadOnlySpan<byte> name, out int number)
    {
        ref readonly var slot = ref _slots[Find(_slots, name, Hash(name))];
        number = slot.Number;
        return slot.Name is not null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(ReadOnlySpan<byte> name, int number)
    {
        var hash = Hash(name);
        ref var slot = ref _slots[Find(_slots, name, hash)];
        if (slot.Name is not null)
        {
            slot.Number = number;
            return;
        }

        slot = new Slot(name.ToArray(), hash, number);
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    public void Clear() => (_slots, _count) = (new Slot[FirstSlots], 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.Name is { } name)
            {
                slots[Find(slots, name, slot.Hash)] = slot;
            }
        }

        _slots = slots;
    }

    /// <summary>The slot of the name, or the free one where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Find(Slot[] slots, ReadOnlySpan<byte> name, ulong hash)
    {
        var last = slots.Length - 1;
        var at = (int)hash & last;
        while (slots[at].Name is { } known && (slots[at].Hash != hash || !name.SequenceEqual(known)))
        {
            at = (at + 1) & last;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = _seed ^ (ulong)name.Length;
        while (name.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name)) * Odd;
            hash ^= hash >> 32;
            name = name[sizeof(ulong)..];
        }

        foreach (var one in name)
        {
            hash = (hash ^ one) * Odd;
        }

        return hash ^ (hash >> 32);
    }

    private record struct Slot(byte[]? Name, ulong Hash, int Number);
}
