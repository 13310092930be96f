using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SonraiControlTower.Engine;

/// <summary>
/// Which key came after which in objects of one kind, with all that stands between the values: records have the same keys in the same order, but for a
/// few that some of them lack. So the next key need not be read; it is enough to see that it is the one that came there before. Not for several
/// threads.
/// </summary>
internal sealed class KeyMemory
{
    /// <summary>Where an object begins.</summary>
    public const int Start = 0;

    /// <summary>More kinds of keys than any object of CloudTrail has: then all is forgotten, and learned again.</summary>
    private const int Most = 128;

    private readonly Utf8Numbers _places = new();
    private readonly Place[] _known = new Place[Most];
    private int _count = 1;

    /// <summary>The number of what stands in the text, if it came after another before; else -1.</summary>
    /// <param name="after">The number of the key before, or <see cref="Start"/>.</param>
    /// <param name="text">The text from the end of the value before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Guess(int after, ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector256<byte>.Count)
        {
            return -1;
        }

        var here = Vector256.Create(text);
        ref readonly var place = ref _known[after];
        if (IsAt(here, place.Next))
        {
            return place.Next;
        }

        return IsAt(here, place.Other) ? place.Other : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RecordKey Key(int number) => _known[number].Key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Length(int number) => _known[number].Length;

    /// <summary>Remembers what came after another.</summary>
    /// <param name="after">The number of the key before, or <see cref="Start"/>.</param>
    /// <param name="between">Everything between the two values.</param>
    /// <param name="key">The key in it.</param>
    /// <returns>Its number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Learn(int after, ReadOnlySpan<byte> between, RecordKey key)
    {
        if (!_places.TryGet(between, out var number))
        {
            var isForgotten = _count == Most;
            if (isForgotten)
            {
                _places.Clear();
                Array.Clear(_known);
                _count = 1;
            }

            number = _count++;
            _places.Set(between, number);
            _known[number] = new Place(between, key);
            if (isForgotten)
            {
                return number;
            }
        }

        ref var place = ref _known[after];
        if (place.Next != number)
        {
            (place.Next, place.Other) = (number, place.Next);
        }

        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAt(Vector256<byte> text, int number)
    {
        ref readonly var place = ref _known[number];
        return ((text ^ place.Between) & place.Mask) == Vector256<byte>.Zero && place.Length > 0;
    }

    private struct Place
    {
        /// <summary>One that is too long is never guessed.</summary>
        public Place(ReadOnlySpan<byte> between, RecordKey key)
        {
            Key = key;
            if (between.Length < Vector256<byte>.Count)
            {
                Span<byte> text = stackalloc byte[Vector256<byte>.Count];
                Span<byte> mask = stackalloc byte[Vector256<byte>.Count];
                text.Clear();
                mask.Clear();
                between.CopyTo(text);
                mask[..between.Length].Fill(0xFF);
                (Between, Mask, Length) = (Vector256.Create<byte>(text), Vector256.Create<byte>(mask), between.Length);
            }
        }

        public Vector256<byte> Between;
        public Vector256<byte> Mask;
        public int Length;
        public RecordKey Key;

        /// <summary>What came after it the last time.</summary>
        public int Next;

        /// <summary>What came after it before that.</summary>
        public int Other;
    }
}
