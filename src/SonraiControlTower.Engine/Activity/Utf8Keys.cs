using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SonraiControlTower.Engine;

/// <summary>Compares names in UTF-8, so that a dictionary finds them in the text of a file without making strings.</summary>
internal sealed class Utf8Keys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    // Whoever writes names into a log cannot choose them to collide.
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    public static Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> NewTable() =>
        new Dictionary<byte[], int>(new Utf8Keys()).GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = _seed ^ (ulong)alternate.Length;
        while (alternate.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate)) * Odd;
            hash ^= hash >> 32;
            alternate = alternate[sizeof(ulong)..];
        }

        foreach (var one in alternate)
        {
            hash = (hash ^ one) * Odd;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
