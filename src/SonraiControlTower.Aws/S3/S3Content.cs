using Amazon.Runtime;
using Amazon.S3.Model;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.S3;

/// <summary>
/// What an object has in it, read from the wire as it is wanted. What goes wrong on the way comes out as <see cref="SonraiException"/>, as from every
/// other operation of the port; disposing ends the answer.
/// </summary>
internal sealed class S3Content(GetObjectResponse answer) : Stream
{
    private readonly Stream _inner = answer.ResponseStream;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => answer.ContentLength;

    public override long Position
    {
        get => _inner.Position;
        set => throw CannotDo();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return _inner.Read(buffer, offset, count);
        }
        catch (Exception failure) when (IsOnTheWay(failure))
        {
            throw Broken(failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOnTheWay(failure))
        {
            throw Broken(failure);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw CannotDo();

    public override void SetLength(long value) => throw CannotDo();

    public override void Write(byte[] buffer, int offset, int count) => throw CannotDo();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            answer.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsOnTheWay(Exception failure) => failure is IOException or HttpRequestException or AmazonClientException;

    private static SonraiException Broken(Exception failure) =>
        new(CallFailure.ProblemOf(S3Service.Service.ActionOf(S3Service.GetObject), failure), failure);

    private static InvalidOperationException CannotDo() => new("The content of an object is read from its beginning to its end.");
}
