using System.IO.Compression;
using System.IO.Hashing;

namespace SonraiControlTower.Engine;

/// <summary>
/// The bytes of a file as they are stored, for <see cref="GZipStream"/> to read, with one more gzip member at the end whose text is
/// <see cref="EndMark"/>. .NET takes a gzip file that breaks off for one that ends; whether the mark comes out at the end tells them apart.
/// </summary>
/// <param name="head">The first bytes, which were read already to see what the file is.</param>
/// <param name="rest">What follows.</param>
/// <param name="isMarked">Whether to add the mark.</param>
/// <param name="isDigested">Whether the digest will be asked for.</param>
internal sealed class StoredBytes(ReadOnlyMemory<byte> head, Stream rest, bool isMarked, bool isDigested) : Stream
{
    private static readonly byte[] _mark = Pack();
    private readonly XxHash128? _hash = isDigested ? new() : null;
    private ReadOnlyMemory<byte> _head = head;
    private int _marked = isMarked ? 0 : _mark.Length;

    /// <summary>White space, which means nothing in JSON.</summary>
    public static ReadOnlySpan<byte> EndMark => " \t \n\r \t\t \n\n \r\t "u8;

    /// <summary>A digest of what was read so far of the file itself.</summary>
    public UInt128 Digest => _hash!.GetCurrentHashAsUInt128();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_head.Length > 0)
        {
            read = Math.Min(_head.Length, buffer.Length);
            _head.Span[..read].CopyTo(buffer);
            _head = _head[read..];
        }
        else
        {
            read = rest.Read(buffer);
        }

        if (read > 0)
        {
            _hash?.Append(buffer[..read]);
            return read;
        }

        read = Math.Min(_mark.Length - _marked, buffer.Length);
        _mark.AsSpan(_marked, read).CopyTo(buffer);
        _marked += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(EndMark);
        }

        return packed.ToArray();
    }
}
